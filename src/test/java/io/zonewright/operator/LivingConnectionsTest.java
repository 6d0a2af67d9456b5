package io.zonewright.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivingConnectionsTest {
  private static final int MILLIS = 1000;

  /** Else a request that comes late on a quiet connection would be broken off with it. */
  @Test
  void aRequestHasTimeBeforeItsConnectionIsGivenUp() {
    Vertx vertx = Vertx.vertx();
    List<HttpClientOptions> asked = new ArrayList<>();
    Config config = Config.empty();
    try (KubernetesClient _ =
        new KubernetesClientBuilder()
            .withConfig(config)
            .withHttpClientFactory(new LivingConnections(noting(vertx, asked)))
            .build()) {
      HttpClientOptions options = asked.getFirst();
      assertThat(options.getReadIdleTimeout()).isPositive();
      int longest = options.getKeepAliveTimeout() + config.getRequestTimeout() / MILLIS;
      assertThat(longest).isLessThan(options.getReadIdleTimeout());
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static Vertx noting(Vertx vertx, List<HttpClientOptions> asked) {
    return (Vertx)
        Proxy.newProxyInstance(
            Vertx.class.getClassLoader(),
            new Class<?>[] {Vertx.class},
            (self, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof HttpClientOptions options) {
                asked.add(options);
              }
              return method.invoke(vertx, arguments);
            });
  }
}
