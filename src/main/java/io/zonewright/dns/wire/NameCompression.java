package io.zonewright.dns.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where in a message a name or a tail of one was written before (RFC 1035 section 4.1.4). Bounded:
 * a message with very many names leaves the later ones uncompressed. Names match octet for octet,
 * so that compression never changes the case of a name (RFC 4343 section 4.1).
 */
final class NameCompression {
  static final int NOT_FOUND = -1;

  private static final int SLOTS = 512;
  private static final int CAPACITY = SLOTS / 2;
  private static final int MAX_PROBES = 8;
  private static final int MAX_OFFSET = 0x3fff;
  private static final int EMPTY = -1;
  private static final int POINTER = 0xc0;

  private final int[] offsets = new int[SLOTS];
  private final int[] hashes = new int[SLOTS];
  private final int[] usedSlots = new int[CAPACITY];
  private int used;

  NameCompression() {
    Arrays.fill(offsets, EMPTY);
  }

  /** Forgets every name. */
  void clear() {
    while (used > 0) {
      offsets[usedSlots[--used]] = EMPTY;
    }
  }

  /** Forgets the names written at or after a position. */
  void forgetFrom(int position) {
    while (used > 0 && offsets[usedSlots[used - 1]] >= position) {
      offsets[usedSlots[--used]] = EMPTY;
    }
  }

  /** Remembers that a name with this hash begins at a position that no earlier call had. */
  void add(int hash, int position) {
    if (used == CAPACITY || position > MAX_OFFSET) {
      return;
    }
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      int slot = slot(hash, probe);
      if (offsets[slot] == EMPTY) {
        offsets[slot] = position;
        hashes[slot] = hash;
        usedSlots[used++] = slot;
        return;
      }
    }
  }

  /** The position of a name, or {@link #NOT_FOUND}. */
  int find(int hash, ByteBuffer message, byte[] octets, int from) {
    for (int probe = 0; probe < MAX_PROBES; probe++) {
      int slot = slot(hash, probe);
      if (offsets[slot] == EMPTY) {
        return NOT_FOUND;
      }
      if (hashes[slot] == hash && isAt(offsets[slot], message, octets, from)) {
        return offsets[slot];
      }
    }
    return NOT_FOUND;
  }

  private static int slot(int hash, int probe) {
    return ((hash ^ (hash >>> 15)) + probe) & (SLOTS - 1);
  }

  private static boolean isAt(int position, ByteBuffer message, byte[] octets, int from) {
    int there = position;
    int here = from;
    while (true) {
      int length = message.get(there) & 0xff;
      if (length >= POINTER) {
        there = message.getShort(there) & MAX_OFFSET;
        continue;
      }
      if (!sameLabel(there, length, message, octets, here)) {
        return false;
      }
      if (length == 0) {
        return true;
      }
      there += length + 1;
      here += length + 1;
    }
  }

  private static boolean sameLabel(
      int there, int length, ByteBuffer message, byte[] octets, int here) {
    for (int i = 0; i <= length; i++) {
      if (message.get(there + i) != octets[here + i]) {
        return false;
      }
    }
    return true;
  }
}
