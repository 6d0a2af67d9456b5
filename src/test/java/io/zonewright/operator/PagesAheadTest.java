package io.zonewright.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vertx.core.Vertx;
import io.zonewright.testing.StubApiServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists in pages from a server that notes what it is asked for. */
class PagesAheadTest {
  private static final long SIZE = 10;

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final Vertx vertx = Vertx.vertx();
  private StubApiServer server;
  private KubernetesClient client;

  @BeforeEach
  void start() throws IOException {
    server = StubApiServer.start(this::answer);
    client =
        new KubernetesClientBuilder()
            .withConfig(server.config())
            .withHttpClientFactory(new PagesAhead(new LivingConnections(vertx), SIZE))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Three pages, 1 to 3; each names the next one, and the page 9 is none. */
  private void answer(HttpExchange exchange) throws IOException {
    String token = new ListPage(exchange.getRequestURI()).token();
    asked.add(token);
    int page = token.isEmpty() ? 1 : Integer.parseInt(token.substring(1));
    String next = page < 3 ? "\"continue\":\"t" + (page + 1) + "\"," : "";
    byte[] body =
        """
        {"apiVersion":"v1","items":[{"metadata":{"name":"p%d"}}],"kind":"ConfigMapList",\
        "metadata":{%s"resourceVersion":"7"}}"""
            .formatted(page, next)
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(page == 9 ? 410 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void theNextPageIsAskedForBeforeAnybodyWantsIt() throws InterruptedException {
    assertThat(names(list(SIZE, null))).containsExactly("p1");

    assertThat(nextAsked()).isEmpty();
    assertThat(nextAsked()).isEqualTo("t2");
  }

  @Test
  void eachPageIsAskedForOnce() throws InterruptedException {
    assertThat(names(list(SIZE, null))).containsExactly("p1");
    assertThat(names(list(SIZE, "t2"))).containsExactly("p2");
    assertThat(names(list(SIZE, "t3"))).containsExactly("p3");

    assertThat(List.of(nextAsked(), nextAsked(), nextAsked())).containsExactly("", "t2", "t3");
    assertThat(asked).isEmpty();
  }

  @Test
  void aListThatBeginsAnewIsNotGivenAnOldPage() {
    assertThat(names(list(SIZE, null))).containsExactly("p1");
    assertThat(names(list(SIZE, null))).containsExactly("p1");
    assertThat(names(list(SIZE, "t3"))).containsExactly("p3");
  }

  @Test
  void otherListsAreLeftAlone() throws InterruptedException {
    assertThat(names(list(1, null))).containsExactly("p1");

    assertThat(nextAsked()).isEmpty();
    assertThat(names(list(1, "t2"))).containsExactly("p2");
    assertThat(nextAsked()).isEqualTo("t2");
    assertThat(asked).isEmpty();
  }

  @Test
  void aPageThatIsRefusedIsRefused() {
    assertThatThrownBy(() -> list(SIZE, "t9"))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(410));
  }

  private ConfigMapList list(long limit, @Nullable String token) {
    ListOptions options = new ListOptionsBuilder().withLimit(limit).withContinue(token).build();
    return client.configMaps().inNamespace("a").list(options);
  }

  private String nextAsked() throws InterruptedException {
    return asked.poll(1, TimeUnit.MINUTES);
  }

  private static List<String> names(ConfigMapList list) {
    return list.getItems().stream().map((ConfigMap item) -> item.getMetadata().getName()).toList();
  }
}
