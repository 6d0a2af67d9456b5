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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
  private static final Duration BETWEEN_LOOKS_AT_DRAIN = Duration.ofMillis(20);
  private static final Comparator<TcpConnection> BY_MEMORY =
      Comparator.comparingInt(TcpConnection::counted);

  private final String name;
  private final Answerer answerer;
  private final TcpLimits limits;
  private final ConnectionQuota quota;
  private final WildcardPorts wildcards;
  private final long mostHeld;
  private final ByteBuffer response = ByteBuffer.allocate(MAX_MESSAGE);
  private final Map<String, NetServer> servers = new HashMap<>();

  /** In order of the last message, the longest idle first; {@link Map#get} moves to the end. */
  private final Map<TcpConnection, TcpConnection> connections =
      new LinkedHashMap<>(16, 0.75f, true);

  private volatile @Nullable Thread loop;
  private @Nullable Promise<Void> drained;
  private long held;

  /** Makes one of so many that share the limits. */
  TcpWorker(
      String name,
      Answerer answerer,
      TcpLimits limits,
      ConnectionQuota quota,
      int workers,
      WildcardPorts wildcards) {
    this.wildcards = wildcards;
    this.name = name;
    this.mostHeld = limits.memory() / workers;
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
    // Not by Duration.dividedBy, whose BigDecimal takes its time to load at the start.
    Duration wanted = Duration.ofMillis(shortest.toMillis() / 4 + 1);
    return wanted.compareTo(MOST_BETWEEN_SWEEPS) < 0 ? wanted : MOST_BETWEEN_SWEEPS;
  }

  /** Accepts on an address; completes when the socket is bound. */
  Future<Void> listen(InetSocketAddress address) {
    return onLoop(
        () -> {
          NetServer server =
              vertx.createNetServer(new NetServerOptions().setAcceptBacklog(BACKLOG));
          return server
              .connectHandler(this::accept)
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

  /**
   * Answers what clients have sent and closes; completes when the last of them has its responses.
   * For half the time a client may go on to ask, so that the other half is left to answer it.
   */
  Future<Void> drain(Duration limit) {
    return onLoop(
        () -> {
          Promise<Void> promise = Promise.promise();
          drained = promise;
          connections.keySet().forEach(TcpConnection::drain);
          vertx.setPeriodic(BETWEEN_LOOKS_AT_DRAIN.toMillis(), timer -> lookAtDrain());
          vertx.setTimer(limit.toMillis() / 2, timer -> forEach(TcpConnection::end));
          completeIfDrained();
          return promise.future();
        });
  }

  private void lookAtDrain() {
    long now = System.nanoTime();
    forEach(connection -> connection.endIfQuiet(now));
    sweep();
  }

  /** The connections may close or change their order meanwhile. */
  private void forEach(Consumer<TcpConnection> action) {
    List.copyOf(connections.keySet()).forEach(action);
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
    int length = answerer.answerAlone(query, response, channel);
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

  /**
   * So many octets more, or fewer, are held for a connection. Above its share of the memory the
   * worker closes the connections for which it holds the most.
   */
  void account(int change) {
    held += change;
    while (change > 0 && held > mostHeld) {
      TcpConnection worst = Collections.max(connections.keySet(), BY_MEMORY);
      answerer.shed(worst.channel());
      worst.abort();
    }
    answerer.held(held);
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

  private void accept(NetSocket socket) {
    InetAddress client = ((SocketAddressImpl) socket.remoteAddress()).ipAddress();
    if (client == null || !isWanted(socket.localAddress()) || !quota.admit(client)) {
      socket.close();
      return;
    }
    TcpConnection connection =
        new TcpConnection(this, (NetSocketInternal) socket, client, Channel.tcp(client));
    connections.put(connection, connection);
    connection.start();
    if (drained != null) {
      connection.drain();
    }
    if (quota.isExceeded()) {
      connections.keySet().iterator().next().abort();
    }
  }

  private boolean isWanted(SocketAddress asked) {
    InetAddress address = ((SocketAddressImpl) asked).ipAddress();
    return address != null && wildcards.isWanted(address, asked.port());
  }

  private void sweep() {
    long now = System.nanoTime();
    connections.keySet().stream()
        .filter(connection -> connection.isOverdue(now))
        .toList()
        .forEach(TcpConnection::abort);
  }

  private void completeIfDrained() {
    if (drained != null && connections.isEmpty()) {
      drained.tryComplete();
    }
  }
}
