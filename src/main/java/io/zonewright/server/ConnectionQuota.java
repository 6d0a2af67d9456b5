package io.zonewright.server;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the TCP connections of all workers, in all and by client. */
final class ConnectionQuota {
  /** The octets of an IPv6 address that tell clients apart: whoever has one has its whole /64. */
  private static final int NETWORK = 8;

  private final int most;
  private final int mostPerClient;
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentHashMap<ByteBuffer, Integer> openByClient = new ConcurrentHashMap<>();

  ConnectionQuota(TcpLimits limits) {
    this.most = limits.connections();
    this.mostPerClient = limits.connectionsPerClient();
  }

  /** Counts one more of a client, unless it has its share already. */
  boolean admit(InetAddress client) {
    if (openByClient.merge(key(client), 1, Integer::sum) > mostPerClient) {
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
    openByClient.computeIfPresent(key(client), (key, count) -> count == 1 ? null : count - 1);
  }

  private static ByteBuffer key(InetAddress client) {
    byte[] address = client.getAddress();
    return ByteBuffer.wrap(address, 0, Math.min(address.length, NETWORK));
  }
}
