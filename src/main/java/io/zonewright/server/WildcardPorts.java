package io.zonewright.server;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The ports that have a TCP socket bound to a wildcard. Such a socket of Java takes the connections
 * to every address of both families (RFC 3493 section 3.7), so it is opened once, and what was
 * opened on its port tells which of them are wanted. One thread changes it, all event loops read.
 */
final class WildcardPorts {
  private static final InetAddress ANY_IPV4 = InetAddress.ofLiteral("0.0.0.0");
  private static final InetAddress ANY_IPV6 = InetAddress.ofLiteral("::");

  private record Port(InetSocketAddress socket, Set<InetAddress> wanted) {}

  private final Map<Integer, Port> ports = new ConcurrentHashMap<>();

  /** Whether an open socket takes this address as well, as it does from now on. */
  boolean join(InetSocketAddress address) {
    Port port = ports.get(address.getPort());
    return port != null && port.wanted.add(address.getAddress());
  }

  /** A socket is about to be bound. */
  void opening(InetSocketAddress socket) {
    if (socket.getAddress().isAnyLocalAddress()) {
      ports.put(socket.getPort(), new Port(socket, ConcurrentHashMap.newKeySet()));
      var _ = join(socket);
    }
  }

  /** The socket to close when an address is no longer wanted; null if others come by it. */
  @Nullable InetSocketAddress leave(InetSocketAddress address) {
    Port port = ports.get(address.getPort());
    if (port == null) {
      return address;
    }
    port.wanted.remove(address.getAddress());
    if (!port.wanted.isEmpty()) {
      return null;
    }
    ports.remove(address.getPort());
    return port.socket;
  }

  /** Whether connections to this address are wanted. */
  boolean isWanted(InetAddress address, int portNumber) {
    Port port = ports.get(portNumber);
    return port == null || port.wanted.contains(address) || port.wanted.contains(any(address));
  }

  private static InetAddress any(InetAddress address) {
    return address instanceof Inet4Address ? ANY_IPV4 : ANY_IPV6;
  }
}
