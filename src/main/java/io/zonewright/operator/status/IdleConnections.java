package io.zonewright.operator.status;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Connections between two messages. They are closed before the server would do it. */
final class IdleConnections {
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);

  /** The one that is idle the longest first. */
  private final Deque<TcpClientConnection> connections = new ArrayDeque<>();

  private boolean sweeps;

  /** The one that was used last, so that what is too much comes of age; null if there is none. */
  synchronized @Nullable TcpClientConnection take(InetSocketAddress server) {
    Iterator<TcpClientConnection> newestFirst = connections.descendingIterator();
    while (newestFirst.hasNext()) {
      TcpClientConnection connection = newestFirst.next();
      if (connection.isTo(server)) {
        newestFirst.remove();
        return connection;
      }
    }
    return null;
  }

  synchronized void keep(TcpClientConnection connection) {
    connections.addLast(connection);
    sweepLater();
  }

  private void sweepLater() {
    if (!sweeps && !connections.isEmpty()) {
      sweeps = true;
      LATER.execute(this::sweep);
    }
  }

  private synchronized void sweep() {
    while (!connections.isEmpty() && connections.getFirst().idleTime().compareTo(LONGEST) >= 0) {
      connections.removeFirst().close();
    }
    sweeps = false;
    sweepLater();
  }
}
