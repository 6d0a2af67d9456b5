package io.zonewright.server.linux;

import java.util.Arrays;

/**
 * Which packets of a batch leave together: lists of slots. Nothing is allocated once it is made.
 *
 * <p>A bundle that may take one more packet is found by a hash, under which only the last one is
 * known: that is cheap, and a bundle that is forgotten for another is merely a little smaller.
 */
final class Bundles {
  /** Returned in place of a bundle or a slot. */
  static final int NONE = -1;

  private final int[] newest = new int[DatagramBatch.CAPACITY];
  private final int[] first = new int[DatagramBatch.CAPACITY];
  private final int[] last = new int[DatagramBatch.CAPACITY];
  private final int[] size = new int[DatagramBatch.CAPACITY];
  private final int[] next = new int[DatagramBatch.CAPACITY];
  private int count;

  void clear() {
    count = 0;
    Arrays.fill(newest, NONE);
  }

  private static int bucket(int hash) {
    return hash & (DatagramBatch.CAPACITY - 1);
  }

  /** The bundle that a packet with this hash may belong to, or {@link #NONE}. */
  int candidate(int hash) {
    return newest[bucket(hash)];
  }

  /** Begins a bundle with a packet. */
  void begin(int hash, int slot) {
    int bundle = count++;
    newest[bucket(hash)] = bundle;
    first[bundle] = slot;
    last[bundle] = slot;
    size[bundle] = 1;
    next[slot] = NONE;
  }

  /** Adds a packet to a bundle. */
  void join(int bundle, int slot) {
    next[last[bundle]] = slot;
    next[slot] = NONE;
    last[bundle] = slot;
    size[bundle]++;
  }

  int count() {
    return count;
  }

  /** The number of packets in a bundle. */
  int size(int bundle) {
    return size[bundle];
  }

  /** The slot of the first packet of a bundle. */
  int first(int bundle) {
    return first[bundle];
  }

  /** The slot of the packet that follows in the same bundle, or {@link #NONE}. */
  int next(int slot) {
    return next[slot];
  }
}
