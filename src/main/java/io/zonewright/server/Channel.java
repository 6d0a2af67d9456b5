package io.zonewright.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** How a message came: transport and address family. */
public enum Channel {
  UDP_IPV4(false),
  UDP_IPV6(false),
  TCP_IPV4(true),
  TCP_IPV6(true);

  private final boolean stream;

  Channel(boolean stream) {
    this.stream = stream;
  }

  /** The one of datagrams on an address. */
  static Channel udp(InetSocketAddress address) {
    return address.getAddress() instanceof Inet6Address ? UDP_IPV6 : UDP_IPV4;
  }

  /** The one of connections of a client. */
  static Channel tcp(InetAddress client) {
    return client instanceof Inet6Address ? TCP_IPV6 : TCP_IPV4;
  }

  /**
   * Whether responses are bounded by 65535 octets alone, and are never truncated for a datagram.
   */
  public boolean isStream() {
    return stream;
  }
}
