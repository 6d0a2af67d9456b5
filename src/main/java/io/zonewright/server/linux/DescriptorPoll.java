package io.zonewright.server.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** An array of {@code pollfd} for poll(2). For one thread. */
final class DescriptorPoll {
  private static final int ENTRY = 8;
  private static final int EVENTS = 4;
  private static final int RETURNED = 6;
  private static final short POLLIN = 1;
  private static final short POLLOUT = 4;

  private final Libc libc = new Libc();
  private final MemorySegment entries;

  DescriptorPoll(int capacity) {
    entries = Arena.ofAuto().allocate((long) ENTRY * capacity, ENTRY);
  }

  void watchReadable(int index, int fd) {
    watch(index, fd, POLLIN);
  }

  private void watch(int index, int fd, short events) {
    entries.set(JAVA_INT, (long) index * ENTRY, fd);
    entries.set(JAVA_SHORT, (long) index * ENTRY + EVENTS, events);
  }

  /** Whether something happened to one of them, an error included, which reading then tells. */
  boolean isReady(int index) {
    return entries.get(JAVA_SHORT, (long) index * ENTRY + RETURNED) != 0;
  }

  /**
   * Waits.
   *
   * @param timeoutMillis -1 for ever
   * @return how many are ready; 0 or less if none
   */
  int await(int count, int timeoutMillis) {
    return libc.poll(entries, count, timeoutMillis);
  }

  /** Waits until a socket takes packets again. */
  void awaitWritable(LinuxDatagramSocket socket, int timeoutMillis) {
    watch(0, socket.fd(), POLLOUT);
    await(1, timeoutMillis);
  }
}
