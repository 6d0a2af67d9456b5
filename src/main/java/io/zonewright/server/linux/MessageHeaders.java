package io.zonewright.server.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * An array of {@code mmsghdr} and one of {@code iovec}: what recvmmsg(2) and sendmmsg(2) work on.
 * The same on every 64-bit Linux.
 */
final class MessageHeaders {
  private static final int HEADER = 64;
  private static final int NAME = 0;
  private static final int NAME_LENGTH = 8;
  private static final int IOVEC = 16;
  private static final int IOVEC_COUNT = 24;
  private static final int CONTROL = 32;
  private static final int CONTROL_LENGTH = 40;
  private static final int LENGTH = 56;

  private static final int IOVEC_SIZE = 16;
  private static final int IOVEC_BASE = 0;
  private static final int IOVEC_LENGTH = 8;

  private final MemorySegment headers;
  private final MemorySegment iovecs;

  MessageHeaders(Arena arena) {
    int count = DatagramBatch.CAPACITY;
    headers = arena.allocate((long) HEADER * count, HEADER);
    iovecs = arena.allocate((long) IOVEC_SIZE * count, HEADER);
    for (int i = 0; i < count; i++) {
      parts(i, i, 1);
    }
  }

  private static long at(int index, int field) {
    return (long) index * HEADER + field;
  }

  /** The headers from one on, for a system call. */
  MemorySegment from(int index) {
    return index == 0 ? headers : headers.asSlice(at(index, 0));
  }

  /** Which parts a packet has; at first each has the one of its own index. */
  void parts(int index, int first, int count) {
    headers.set(JAVA_LONG, at(index, IOVEC), iovecs.address() + (long) first * IOVEC_SIZE);
    headers.set(JAVA_LONG, at(index, IOVEC_COUNT), count);
  }

  /** Where the octets of a part are, or go, and how many they are, or may be. */
  void part(int index, long address, int length) {
    iovecs.set(JAVA_LONG, (long) index * IOVEC_SIZE + IOVEC_BASE, address);
    iovecs.set(JAVA_LONG, (long) index * IOVEC_SIZE + IOVEC_LENGTH, length);
  }

  /** Where the address of the peer is, or goes. */
  void peer(int index, long address, int length) {
    headers.set(JAVA_LONG, at(index, NAME), address);
    headers.set(JAVA_INT, at(index, NAME_LENGTH), length);
  }

  /** Where the control messages are, or go. */
  void control(int index, long address, long length) {
    headers.set(JAVA_LONG, at(index, CONTROL), length == 0 ? 0 : address);
    headers.set(JAVA_LONG, at(index, CONTROL_LENGTH), length);
  }

  /** How long the packet is that was received. */
  int length(int index) {
    return headers.get(JAVA_INT, at(index, LENGTH));
  }

  /** How long the address of its sender is. */
  int peerLength(int index) {
    return headers.get(JAVA_INT, at(index, NAME_LENGTH));
  }

  /** How many octets of control messages came with it. */
  long controlLength(int index) {
    return headers.get(JAVA_LONG, at(index, CONTROL_LENGTH));
  }
}
