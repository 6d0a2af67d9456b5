package io.zonewright.operator.status;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.zonewright.testing.StubApiServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An election whose first look at the lease meets what the client of Kubernetes trips over. */
class LeadershipTest {
  private static final Leadership.Term TERM =
      new Leadership.Term(
          "default",
          "lease",
          "me",
          Duration.ofMillis(500),
          Duration.ofMillis(400),
          Duration.ofMillis(100));
  private static final String NO_LEASE =
      """
      {"apiVersion": "v1", "kind": "Status", "status": "Failure", "reason": "NotFound", "code": 404}
      """;
  private static final String LEASE_WITHOUT_TIMES =
      """
      {"apiVersion": "coordination.k8s.io/v1", "kind": "Lease",
       "metadata": {"name": "lease", "namespace": "default"}, "spec": {"holderIdentity": "other"}}
      """;

  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger gained = new AtomicInteger();
  private StubApiServer server;
  private KubernetesClient client;

  @BeforeEach
  void start() throws IOException {
    server = StubApiServer.start(this::answer);
    client = new KubernetesClientBuilder().withConfig(server.config()).build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void anElectionThatDiesSilentlyBeginsAnew() {
    try (Leadership leadership = new Leadership(client, TERM, gained::incrementAndGet, () -> {})) {
      leadership.start();

      eventually(() -> assertThat(gained).hasPositiveValue());
      assertThat(looks).hasValueGreaterThan(1);
    }
  }

  @Test
  void theEndOfATermIsToldLast() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> goOn = new CompletableFuture<>();
    List<String> told = new CopyOnWriteArrayList<>();
    Leadership leadership =
        new Leadership(
            client,
            TERM,
            () -> {
              begun.countDown();
              goOn.join();
              told.add("gained");
            },
            () -> told.add("lost"));
    leadership.start();
    begun.await();
    told.clear();

    Thread closing = Thread.startVirtualThread(leadership::close);
    Thread.sleep(TERM.retryPeriod().multipliedBy(5)); // the term is over meanwhile
    goOn.complete(null);
    closing.join();

    eventually(() -> assertThat(told).contains("gained"));
    eventually(() -> assertThat(told.getLast()).isEqualTo("lost"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        reply(exchange, 200, exchange.getRequestBody().readAllBytes());
      } else if (looks.incrementAndGet() == 1) {
        reply(exchange, 200, LEASE_WITHOUT_TIMES.getBytes(StandardCharsets.UTF_8));
      } else {
        reply(exchange, 404, NO_LEASE.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
