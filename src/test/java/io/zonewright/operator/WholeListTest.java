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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists in pages from a server that notes what it is asked for and knows how many items remain. */
class WholeListTest {
  private static final int SIZE = 10;
  private static final int ITEMS = 3_005;

  private enum Whole {
    COMES,
    IS_REFUSED,
    BREAKS_OFF_AT_ONCE,
    BREAKS_OFF
  }

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final Vertx vertx = Vertx.vertx();
  private Whole whole = Whole.COMES;
  private long remaining = ITEMS - SIZE;
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

  private void answer(HttpExchange exchange) throws IOException {
    ListPage page = new ListPage(exchange.getRequestURI());
    boolean alone = page.hasSize(SIZE);
    asked.add(alone ? "page " + page.token() : "whole");
    if (!alone) {
      answerWhole(exchange);
    } else if (page.token().isEmpty()) {
      answer(exchange, list(0, SIZE, "t1", remaining));
    } else {
      answer(exchange, list(SIZE, ITEMS, null, 0));
    }
    exchange.close();
  }

  private void answerWhole(HttpExchange exchange) throws IOException {
    String list = list(0, ITEMS, null, 0);
    if (whole == Whole.COMES) {
      answer(exchange, list);
    } else if (whole == Whole.IS_REFUSED) {
      exchange.sendResponseHeaders(504, -1);
    } else {
      int end = whole == Whole.BREAKS_OFF ? list.length() / 2 : 20;
      exchange.sendResponseHeaders(200, list.length());
      OutputStream out = exchange.getResponseBody();
      out.write(list.substring(0, end).getBytes(StandardCharsets.UTF_8));
      out.flush();
      if (whole == Whole.BREAKS_OFF) {
        LockSupport.parkNanos(1_000_000_000); // until what was sent has been read
      }
    }
  }

  private static void answer(HttpExchange exchange, String list) throws IOException {
    byte[] body = list.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String list(int from, int to, @Nullable String token, long remaining) {
    StringBuilder items = new StringBuilder();
    for (int i = from; i < to; i++) {
      items.append(i == from ? "" : ",").append("{\"metadata\":{\"name\":\"p" + i + "\"}}");
    }
    String next =
        token == null
            ? ""
            : "\"continue\":\"" + token + "\",\"remainingItemCount\":" + remaining + ",";
    return "{\"apiVersion\":\"v1\",\"items\":["
        + items
        + "],\"kind\":\"ConfigMapList\",\"metadata\":{"
        + next
        + "\"resourceVersion\":\"7\"}}";
  }

  @Test
  void aListOfManyPagesIsAskedForWholeAndHandedOnInPages() {
    assertThat(namesOfAllPages()).isEqualTo(names(0, ITEMS));
    assertThat(asked).containsExactly("page ", "whole");
  }

  @Test
  void itBeginsAnewWhereverItWasLeft() {
    list(list(null).getMetadata().getContinue());

    assertThat(namesOfAllPages()).isEqualTo(names(0, ITEMS));
  }

  @Test
  void aTokenOfAListThatWasLeftIsNotGivenAPageOfTheNext() {
    String old = list(null).getMetadata().getContinue();
    list(null);

    assertThat(names(list(old))).isNotEqualTo(names(SIZE, 2 * SIZE));
  }

  @Test
  void itIsReadPageByPageIfItIsRefusedWhole() {
    whole = Whole.IS_REFUSED;

    assertThat(namesOfAllPages()).isEqualTo(names(0, ITEMS));
    assertThat(asked).containsExactly("page ", "whole", "page t1");
  }

  @Test
  void itIsReadPageByPageIfItBreaksOffBeforeItsFirstPage() {
    whole = Whole.BREAKS_OFF_AT_ONCE;

    assertThat(namesOfAllPages()).isEqualTo(names(0, ITEMS));
  }

  @Test
  void aListThatBreaksOffLaterFailsInsteadOfLookingWholeAndIsReadPageByPageFromThenOn() {
    whole = Whole.BREAKS_OFF;

    assertThatThrownBy(this::namesOfAllPages).isInstanceOf(KubernetesClientException.class);
    asked.clear();
    assertThat(namesOfAllPages()).isEqualTo(names(0, ITEMS));
    assertThat(asked).containsExactly("page ", "page t1");
  }

  @Test
  void aListThatMightTakeLongerThanTheApiServerAllowsIsReadPageByPage() {
    remaining = 1_000_000;

    assertThat(namesOfAllPages()).isEqualTo(names(0, ITEMS));
    assertThat(asked).containsExactly("page ", "page t1");
  }

  private List<String> namesOfAllPages() {
    List<String> names = new ArrayList<>();
    String token = null;
    do {
      ConfigMapList page = list(token);
      names.addAll(names(page));
      token = page.getMetadata().getContinue();
    } while (token != null && !token.isEmpty());
    return names;
  }

  private ConfigMapList list(@Nullable String token) {
    ListOptions options =
        new ListOptionsBuilder().withLimit((long) SIZE).withContinue(token).build();
    return client.configMaps().inNamespace("a").list(options);
  }

  private static List<String> names(ConfigMapList list) {
    return list.getItems().stream().map((ConfigMap item) -> item.getMetadata().getName()).toList();
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "p" + i).toList();
  }
}
