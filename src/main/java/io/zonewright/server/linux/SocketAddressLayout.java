package io.zonewright.server.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;

/** {@code sockaddr_in} and {@code sockaddr_in6}. */
final class SocketAddressLayout {
  static final int AF_INET = 2;
  static final int AF_INET6 = 10;

  /** The octets of the longer one. */
  static final int MAX_LENGTH = 28;

  private static final int IPV4_LENGTH = 16;
  private static final long PORT = 2;
  private static final long IPV4_ADDRESS = 4;
  private static final long IPV6_ADDRESS = 8;
  private static final long IPV6_SCOPE = 24;

  private static final ValueLayout.OfShort NETWORK_SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private SocketAddressLayout() {}

  static int family(InetAddress address) {
    return address instanceof Inet6Address ? AF_INET6 : AF_INET;
  }

  static MemorySegment write(InetSocketAddress socket, SegmentAllocator allocator) {
    InetAddress address = socket.getAddress();
    boolean ipv6 = address instanceof Inet6Address;
    MemorySegment segment = allocator.allocate(ipv6 ? MAX_LENGTH : IPV4_LENGTH, Integer.BYTES);
    segment.set(JAVA_SHORT, 0, (short) family(address));
    segment.set(NETWORK_SHORT, PORT, (short) socket.getPort());
    byte[] octets = address.getAddress();
    long offset = ipv6 ? IPV6_ADDRESS : IPV4_ADDRESS;
    MemorySegment.copy(octets, 0, segment, JAVA_BYTE, offset, octets.length);
    if (address instanceof Inet6Address scoped) {
      segment.set(JAVA_INT, IPV6_SCOPE, scoped.getScopeId());
    }
    return segment;
  }

  /** Whether it is ::, which no host has. Linux lets no packet of IPv4 in from 0.0.0.0. */
  static boolean isUnspecifiedIpv6(MemorySegment segment, long offset) {
    return segment.get(JAVA_SHORT, offset) == AF_INET6
        && segment.get(JAVA_LONG, offset + IPV6_ADDRESS) == 0
        && segment.get(JAVA_LONG, offset + IPV6_ADDRESS + Long.BYTES) == 0;
  }

  /** The port, which stands at the same place for both families. */
  static int port(MemorySegment segment, long offset) {
    return segment.get(NETWORK_SHORT, offset + PORT) & 0xffff;
  }
}
