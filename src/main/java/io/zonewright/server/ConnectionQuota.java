package io.zonewright.server;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the TCP connections of all workers, in all and by client address. */
final class ConnectionQuota {
  private final int most;
  private final int mostPerClient;
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentHashMap<InetAddress, Integer> openByClient = new ConcurrentHashMap<>();

  ConnectionQuota(TcpLimits limits) {
    this.most = limits.connections();
    this.mostPerClient = limits.connectionsPerClient();
  }

  /** Counts one more of a client, unless it has its share already. */
  boolean admit(InetAddress client) {
    if (openByClient.merge(client, 1, Integer::sum) > mostPerClient) {
      releaseClient(client);
      return false;
    }
    open.incrementAndGet();
    return true;
  }

  /** Whether there are more connections than there should be. */
  boolean isExceeded() {
    return open.get() > most;
  }

  /** Takes back what {@link #admit} counted. */
  void release(InetAddress client) {
    releaseClient(client);
    open.decrementAndGet();
  }

  private void releaseClient(InetAddress client) {
    openByClient.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
  }
}
