package io.zonewright.server.linux;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Room for one packet of each slot of a batch, in one piece outside of the heap, where the kernel
 * reads and writes.
 */
final class PacketBuffers {
  /** Makes the slots' beginnings not compete for the same lines of the processor's cache. */
  private static final int STAGGER = 128;

  private final ByteBuffer[] buffers = new ByteBuffer[DatagramBatch.CAPACITY];
  private final long[] addresses = new long[DatagramBatch.CAPACITY];

  /**
   * Lays out the memory.
   *
   * @param length the octets of each slot, a power of two
   */
  PacketBuffers(int length) {
    int stride = length + STAGGER;
    ByteBuffer all = ByteBuffer.allocateDirect(DatagramBatch.CAPACITY * stride);
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = all.slice(i * stride, stride);
      addresses[i] = MemorySegment.ofBuffer(buffers[i]).address();
    }
  }

  ByteBuffer[] buffers() {
    return buffers;
  }

  ByteBuffer buffer(int slot) {
    return buffers[slot];
  }

  long address(int slot) {
    return addresses[slot];
  }
}
