package io.zonewright.operator;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientBuilder;
import io.quarkus.runtime.annotations.RegisterForProxy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.WebSocket;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the API server that are given up when nothing comes over them any more.
 *
 * <p>A watch only listens. Where a connection has died without a word, behind a load balancer or a
 * firewall that has forgotten it, the kernel tells nobody for hours, and what is served grows old.
 * So each watch pings the other side, which has to answer (RFC 6455 section 5.5.2), and after
 * {@link #SILENCE} without an octet it is broken off; its informer opens the next and misses
 * nothing. The client of Kubernetes offers neither, hence the detour by what it asks Vert.x for.
 */
@RegisterForProxy(targets = {Vertx.class})
@RegisterForProxy(targets = {io.vertx.core.http.HttpClient.class})
final class LivingConnections implements HttpClient.Factory {
  private static final Duration BETWEEN_PINGS = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /**
   * After so long without a request a connection takes none any more: the silence before one counts
   * as well, and what is left of it must be longer than a request may be silent, which is ten
   * seconds but for a {@link WholeList}: that one comes in pages then.
   */
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Vertx vertx;

  LivingConnections(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public HttpClient.Builder newBuilder() {
    return new VertxHttpClientBuilder<>(
        this, Wrapping.proxy(Vertx.class, (self, method, arguments) -> onVertx(method, arguments)));
  }

  private @Nullable Object onVertx(Method method, Object @Nullable [] arguments) throws Throwable {
    if (arguments != null && arguments[0] instanceof HttpClientOptions options) {
      options
          .setKeepAliveTimeout(Math.toIntExact(IDLE.toSeconds()))
          .setHttp2KeepAliveTimeout(Math.toIntExact(IDLE.toSeconds()))
          .setIdleTimeoutUnit(TimeUnit.SECONDS)
          .setReadIdleTimeout(Math.toIntExact(SILENCE.toSeconds()));
    }
    Object result = Wrapping.call(vertx, method, arguments);
    return result instanceof io.vertx.core.http.HttpClient client
        ? Wrapping.proxy(
            io.vertx.core.http.HttpClient.class, (self, of, values) -> onClient(client, of, values))
        : result;
  }

  private @Nullable Object onClient(
      io.vertx.core.http.HttpClient client, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object result = Wrapping.call(client, method, arguments);
    if (method.getName().equals("webSocket") && result instanceof Future<?> connection) {
      connection.onSuccess(open -> ping((WebSocket) open));
    }
    return result;
  }

  private void ping(WebSocket connection) {
    vertx.setPeriodic(
        BETWEEN_PINGS.toMillis(),
        timer -> {
          if (connection.isClosed()) {
            vertx.cancelTimer(timer);
          } else {
            connection.writePing(Buffer.buffer());
          }
        });
  }
}
