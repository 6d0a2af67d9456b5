package io.zonewright.server.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Where each packet of a batch came from, and which address it was sent to: a socket address and a
 * control message for each slot, as the kernel writes them and reads them again.
 */
final class PacketOrigins {
  private static final int PEER_STRIDE = 32;
  private static final int CONTROL_STRIDE = 64;

  // The fields of a control message.
  private static final int CONTROL_LENGTH = 0;
  private static final int CONTROL_LEVEL = 8;
  private static final int CONTROL_TYPE = 12;
  private static final int CONTROL_DATA = 16;

  private static final int IPV4_INTERFACE = 16;
  private static final int IPV4_ANSWERS_FROM = 20;
  private static final int IPV4_DESTINATION = 24;
  private static final int IPV6_DESTINATION = 16;
  private static final int IPV6_INTERFACE = 32;
  private static final int IPV6_PKTINFO = 50;
  private static final byte IPV6_MULTICAST = (byte) 0xff;

  static final int SOL_UDP = 17;
  static final int UDP_SEGMENT = 103;

  private final MemorySegment peers;
  private final MemorySegment controls;

  PacketOrigins(Arena arena) {
    peers = arena.allocate((long) PEER_STRIDE * DatagramBatch.CAPACITY, CONTROL_STRIDE);
    controls = arena.allocate((long) CONTROL_STRIDE * DatagramBatch.CAPACITY, CONTROL_STRIDE);
  }

  /** Makes room for what the kernel is to write. */
  void offer(int slot, MessageHeaders received) {
    received.peer(slot, peerAddress(slot), SocketAddressLayout.MAX_LENGTH);
    received.control(slot, controlAddress(slot), CONTROL_STRIDE);
  }

  /**
   * Turns a packet back to where it came from, and from where it was sent to.
   *
   * @param index where the response is among those to send
   */
  void turn(int slot, MessageHeaders received, int index, MessageHeaders responses) {
    responses.peer(index, peerAddress(slot), received.peerLength(slot));
    long length = received.controlLength(slot);
    if (length > 0) {
      forgetInterface(slot);
    }
    responses.control(index, controlAddress(slot), length);
  }

  /**
   * Whether two packets came from one client to one address. Behind what the kernel has written may
   * be what an earlier packet of the other family left.
   */
  boolean sameWay(int slot, int other, MessageHeaders received) {
    return received.controlLength(slot) == received.controlLength(other)
        && same(peers, PEER_STRIDE, slot, other, received.peerLength(slot))
        && same(controls, CONTROL_STRIDE, slot, other, writtenControl(slot, received));
  }

  /** Without the padding that is part of the length of all control messages together. */
  private long writtenControl(int slot, MessageHeaders received) {
    return received.controlLength(slot) == 0
        ? 0
        : controls.get(JAVA_LONG, (long) slot * CONTROL_STRIDE + CONTROL_LENGTH);
  }

  /** The length is a multiple of four octets, as that of all these structures is. */
  private static boolean same(MemorySegment all, long stride, int slot, int other, long length) {
    long one = slot * stride;
    long two = other * stride;
    long at = 0;
    for (; at + Long.BYTES <= length; at += Long.BYTES) {
      if (all.get(JAVA_LONG, one + at) != all.get(JAVA_LONG, two + at)) {
        return false;
      }
    }
    return at == length || all.get(JAVA_INT, one + at) == all.get(JAVA_INT, two + at);
  }

  /**
   * Has a message that was turned already cut into datagrams.
   *
   * @param length the octets of each
   */
  void cut(int slot, int index, MessageHeaders responses, int length) {
    long before = responses.controlLength(index);
    long control = (long) slot * CONTROL_STRIDE + before;
    controls.set(JAVA_LONG, control + CONTROL_LENGTH, CONTROL_DATA + Short.BYTES);
    controls.set(JAVA_INT, control + CONTROL_LEVEL, SOL_UDP);
    controls.set(JAVA_INT, control + CONTROL_TYPE, UDP_SEGMENT);
    controls.set(JAVA_SHORT, control + CONTROL_DATA, (short) length);
    responses.control(index, controlAddress(slot), before + CONTROL_DATA + Long.BYTES);
  }

  /**
   * The response takes the route that the system has for it, which need not be the interface by
   * which the query came (RFC 1122 section 3.3.4.2). Only a link-local address has no other.
   */
  private void forgetInterface(int slot) {
    long control = (long) slot * CONTROL_STRIDE;
    if (controls.get(JAVA_INT, control + CONTROL_TYPE) != IPV6_PKTINFO) {
      controls.set(JAVA_INT, control + IPV4_INTERFACE, 0);
    } else if (!isLinkLocal(control + IPV6_DESTINATION)) {
      controls.set(JAVA_INT, control + IPV6_INTERFACE, 0);
    }
  }

  private boolean isLinkLocal(long address) {
    return (controls.get(JAVA_BYTE, address) & 0xff) == 0xfe
        && (controls.get(JAVA_BYTE, address + 1) & 0xc0) == 0x80;
  }

  /**
   * Whether a packet names its sender. Only a forger sends from port 0, or from the unspecified
   * address of IPv6, which to answer is to answer this host itself.
   */
  boolean isFromOne(int slot) {
    long peer = (long) slot * PEER_STRIDE;
    return port(slot) != 0 && !SocketAddressLayout.isUnspecifiedIpv6(peers, peer);
  }

  /**
   * Whether a packet was sent to one host, not to all of a network. A broadcast address of IPv4 is
   * known only by the kernel, which then names another one to answer from.
   */
  boolean isToOne(int slot, MessageHeaders received) {
    if (received.controlLength(slot) == 0) {
      return true;
    }
    long control = (long) slot * CONTROL_STRIDE;
    return controls.get(JAVA_INT, control + CONTROL_TYPE) == IPV6_PKTINFO
        ? controls.get(JAVA_BYTE, control + IPV6_DESTINATION) != IPV6_MULTICAST
        : controls.get(JAVA_INT, control + IPV4_ANSWERS_FROM)
            == controls.get(JAVA_INT, control + IPV4_DESTINATION);
  }

  int port(int slot) {
    return SocketAddressLayout.port(peers, (long) slot * PEER_STRIDE);
  }

  private long peerAddress(int slot) {
    return peers.address() + (long) slot * PEER_STRIDE;
  }

  private long controlAddress(int slot) {
    return controls.address() + (long) slot * CONTROL_STRIDE;
  }
}
