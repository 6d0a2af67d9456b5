package io.zonewright.dns.wire;

import io.zonewright.dns.DomainName;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes a message up to a limit. What does not fit is not written and {@link #overflowed} says so;
 * the caller then goes back to where it still was well, whole RRsets at a time.
 */
public final class MessageWriter {
  private static final int POINTER = 0xc000;

  private final NameCompression compression = new NameCompression();
  private final byte[] nameOctets = new byte[DomainName.MAX_WIRE_LENGTH];
  private final int[] labelStarts = new int[128];
  private final int[] tailHashes = new int[128];
  private ByteBuffer out = ByteBuffer.allocate(0);
  private int at;
  private int limit;
  private boolean overflow;
  private int lowestPointer;

  /** Makes a writer, for one thread and any number of messages. */
  public MessageWriter() {}

  /**
   * Begins a message at position 0 of a buffer.
   *
   * @param buffer its position and limit stay as they are
   * @param newLimit the greatest length of the message so far, at most the limit of the buffer
   */
  public void begin(ByteBuffer buffer, int newLimit) {
    out = buffer.order(ByteOrder.BIG_ENDIAN);
    compression.clear();
    at = 0;
    limit = newLimit;
    overflow = false;
    lowestPointer = Integer.MAX_VALUE;
  }

  /** The length of the message so far. */
  public int position() {
    return at;
  }

  /** Whether something did not fit since {@link #begin} or the last {@link #rewind}. */
  public boolean overflowed() {
    return overflow;
  }

  /**
   * The lowest position that a compressed name points at since {@link #begin}, even if it was taken
   * back; pointers written by {@link #pointer} do not count.
   */
  public int lowestPointer() {
    return lowestPointer;
  }

  /** Takes back everything from a position on. */
  public void rewind(int position) {
    at = position;
    overflow = false;
    compression.forgetFrom(position);
  }

  /** Moves the limit, to use octets that were held back. */
  public void limit(int newLimit) {
    limit = newLimit;
  }

  /** Writes 8 bits. */
  public void u8(int value) {
    if (fits(1)) {
      out.put(at, (byte) value);
      at += 1;
    }
  }

  /** Writes 16 bits. */
  public void u16(int value) {
    if (fits(2)) {
      out.putShort(at, (short) value);
      at += 2;
    }
  }

  /** Writes 32 bits. */
  public void u32(int value) {
    if (fits(4)) {
      out.putInt(at, value);
      at += 4;
    }
  }

  /** Replaces 16 bits written before. */
  public void u16At(int position, int value) {
    out.putShort(position, (short) value);
  }

  /** Writes octets as they are. */
  public void octets(byte[] source, int from, int length) {
    if (fits(length)) {
      out.put(at, source, from, length);
      at += length;
    }
  }

  /** Writes a pointer to a name written before at a position below 16384. */
  public void pointer(int position) {
    u16(POINTER | position);
  }

  /** Writes a name, compressed. */
  public void name(DomainName name) {
    name.copyWireTo(nameOctets, 0);
    name(nameOctets, 0);
  }

  /**
   * Writes a name, compressed.
   *
   * @param octets holds a valid name in uncompressed wire form
   * @param from where the name begins
   */
  public void name(byte[] octets, int from) {
    int labels = findLabels(octets, from);
    hashTails(octets, labels);
    int start = at;
    int own = 0;
    int known = NameCompression.NOT_FOUND;
    while (own < labels && known == NameCompression.NOT_FOUND) {
      known = compression.find(tailHashes[own], out, octets, labelStarts[own]);
      own += known == NameCompression.NOT_FOUND ? 1 : 0;
    }
    octets(octets, from, labelStarts[own] - from);
    if (known == NameCompression.NOT_FOUND) {
      u8(0);
    } else {
      pointer(known);
      lowestPointer = Math.min(lowestPointer, known);
    }
    remember(start - from, own);
  }

  /** Only what is whole in the message can be pointed at. */
  private void remember(int shift, int labels) {
    for (int label = 0; label < labels && !overflow; label++) {
      compression.add(tailHashes[label], labelStarts[label] + shift);
    }
  }

  private int findLabels(byte[] octets, int from) {
    int labels = 0;
    int next = from;
    for (; octets[next] != 0; next += octets[next] + 1) {
      labelStarts[labels++] = next;
    }
    labelStarts[labels] = next;
    return labels;
  }

  private void hashTails(byte[] octets, int labels) {
    int hash = 1;
    for (int label = labels - 1; label >= 0; label--) {
      int start = labelStarts[label];
      for (int i = start + octets[start]; i >= start; i--) {
        hash = 31 * hash + octets[i];
      }
      tailHashes[label] = hash;
    }
  }

  private boolean fits(int length) {
    overflow |= length > limit - at;
    return !overflow;
  }
}
