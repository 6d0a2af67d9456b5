package io.zonewright.server;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.core.net.impl.SocketAddressImpl;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event loop with its handler and its share of the connections. Vert.x hands the connections of
 * an address to the workers in turn.
 */
final class TcpWorker extends AbstractVerticle {
  private static final int BACKLOG = 1024;
  private static final int LENGTH = 2;
  private static final int MAX_MESSAGE = 65535;
  private static final Duration MOST_BETWEEN_SWEEPS = Duration.ofSeconds(1);

  private final String name;
  private final Answerer answerer;
  private final TcpLimits limits;
  private final ConnectionQuota quota;
  private final ByteBuffer response = ByteBuffer.allocate(MAX_MESSAGE);
  private final Map<String, NetServer> servers = new HashMap<>();

  /** In order of the last message, the longest idle first; {@link Map#get} moves to the end. */
  private final Map<TcpConnection, TcpConnection> connections =
      new LinkedHashMap<>(16, 0.75f, true);

  private volatile @Nullable Thread loop;
  private @Nullable Promise<Void> drained;

  TcpWorker(String name, Answerer answerer, TcpLimits limits, ConnectionQuota quota) {
    this.name = name;
    this.answerer = answerer;
    this.limits = limits;
    this.quota = quota;
  }

  @Override
  public void start() {
    Thread current = Thread.currentThread();
    current.setName(name);
    loop = current;
    vertx.setPeriodic(betweenSweeps().toMillis(), timer -> sweep());
  }

  /** Whether the thread of the event loop is there. */
  boolean isAlive() {
    Thread current = loop;
    return current != null && current.isAlive();
  }

  private Duration betweenSweeps() {
    Duration shortest =
        limits.idle().compareTo(limits.slowReader()) < 0 ? limits.idle() : limits.slowReader();
    Duration wanted = shortest.dividedBy(4).plusMillis(1);
    return wanted.compareTo(MOST_BETWEEN_SWEEPS) < 0 ? wanted : MOST_BETWEEN_SWEEPS;
  }

  /** Accepts on an address; completes when the socket is bound. */
  Future<Void> listen(InetSocketAddress address) {
    return onLoop(
        () -> {
          NetServer server =
              vertx.createNetServer(new NetServerOptions().setAcceptBacklog(BACKLOG));
          boolean ipv6 = address.getAddress() instanceof Inet6Address;
          Channel channel = ipv6 ? Channel.TCP_IPV6 : Channel.TCP_IPV4;
          return server
              .connectHandler(socket -> accept(socket, channel))
              .listen(SocketAddress.inetSocketAddress(address))
              .onSuccess(bound -> servers.put(SocketText.of(address), server))
              .mapEmpty();
        });
  }

  /** Closes an address and its connections. */
  Future<Void> close(InetSocketAddress address) {
    return onLoop(
        () -> {
          NetServer server = servers.remove(SocketText.of(address));
          return server == null ? Future.succeededFuture() : server.close();
        });
  }

  /** Answers what has come and closes; completes when the last client has its responses. */
  Future<Void> drain() {
    return onLoop(
        () -> {
          Promise<Void> promise = Promise.promise();
          drained = promise;
          List.copyOf(connections.keySet()).forEach(TcpConnection::end);
          completeIfDrained();
          return promise.future();
        });
  }

  private interface LoopTask {
    Future<Void> run();
  }

  private Future<Void> onLoop(LoopTask task) {
    Promise<Void> promise = Promise.promise();
    context.runOnContext(nothing -> task.run().onComplete(promise));
    return promise.future();
  }

  TcpLimits limits() {
    return limits;
  }

  /** The response with its length in front, or null if there is none. */
  @Nullable Buffer answer(ByteBuffer query, Channel channel) {
    int length = answerer.answer(query, response, channel);
    if (length == QueryHandler.DROP) {
      return null;
    }
    return Buffer.buffer(LENGTH + length)
        .appendUnsignedShort(length)
        .appendBytes(response.array(), 0, length);
  }

  /** Counts a message that is not answered. */
  void refuse(Channel channel) {
    answerer.refuse(channel);
  }

  /** A connection brought a message. */
  void touch(TcpConnection connection) {
    var _ = connections.get(connection);
  }

  void closed(TcpConnection connection) {
    if (connections.remove(connection) != null) {
      quota.release(connection.client());
      completeIfDrained();
    }
  }

  private void accept(NetSocket socket, Channel channel) {
    InetAddress client = ((SocketAddressImpl) socket.remoteAddress()).ipAddress();
    if (drained != null || client == null || !quota.admit(client)) {
      socket.close();
      return;
    }
    TcpConnection connection = new TcpConnection(this, (NetSocketInternal) socket, client, channel);
    connections.put(connection, connection);
    connection.start();
    if (quota.isExceeded()) {
      connections.keySet().iterator().next().abort();
    }
  }

  private void sweep() {
    long now = System.nanoTime();
    List<TcpConnection> overdue =
        connections.keySet().stream().filter(connection -> connection.isOverdue(now)).toList();
    overdue.forEach(TcpConnection::abort);
  }

  private void completeIfDrained() {
    if (drained != null && connections.isEmpty()) {
      drained.tryComplete();
    }
  }
}
