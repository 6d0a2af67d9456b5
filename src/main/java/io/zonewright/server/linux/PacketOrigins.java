package io.zonewright.server.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Where each packet of a batch came from, and which address it was sent to: a socket address and a
 * control message for each slot, as the kernel writes them and reads them again.
 */
final class PacketOrigins {
  private static final int PEER_STRIDE = 32;
  private static final int CONTROL_STRIDE = 64;

  private static final int CONTROL_TYPE = 12;
  private static final int IPV4_INTERFACE = 16;
  private static final int IPV6_DESTINATION = 16;
  private static final int IPV6_INTERFACE = 32;
  private static final int IPV6_PKTINFO = 50;

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
