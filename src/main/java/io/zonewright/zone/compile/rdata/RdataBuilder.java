package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import java.util.Arrays;

/**
 * Puts the data of one record together, octet by octet. The values must be in range: whoever reads
 * them from a text has checked that.
 */
public final class RdataBuilder {
  private static final int MAX_STRING = 255;

  private byte[] octets = new byte[64];
  private int length;

  /** Appends an unsigned number of 8 bits. */
  public RdataBuilder u8(int value) {
    reserve(1);
    octets[length++] = (byte) value;
    return this;
  }

  /** Appends an unsigned number of 16 bits. */
  public RdataBuilder u16(int value) {
    return u8(value >> 8).u8(value);
  }

  /** Appends an unsigned number of 32 bits. */
  public RdataBuilder u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  /** Appends an uncompressed name. */
  public RdataBuilder name(DomainName name) {
    reserve(name.wireLength());
    name.copyWireTo(octets, length);
    length += name.wireLength();
    return this;
  }

  /** Appends octets as they are. */
  public RdataBuilder octets(byte[] value) {
    return octets(value, 0, value.length);
  }

  /** Appends a character string: at most 255 octets with their number in front. */
  public RdataBuilder string(byte[] value) {
    return u8(value.length).octets(value);
  }

  /** Appends as many character strings as the octets need; one empty one if there are none. */
  public RdataBuilder strings(byte[] value) {
    int at = 0;
    do {
      int piece = Math.min(MAX_STRING, value.length - at);
      u8(piece).octets(value, at, piece);
      at += piece;
    } while (at < value.length);
    return this;
  }

  private RdataBuilder octets(byte[] value, int from, int count) {
    reserve(count);
    System.arraycopy(value, from, octets, length, count);
    length += count;
    return this;
  }

  private void reserve(int more) {
    if (length + more > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
    }
  }

  /** The number of octets so far. */
  public int length() {
    return length;
  }

  /** The octets so far. */
  public byte[] toArray() {
    return Arrays.copyOf(octets, length);
  }

  /** The data so far. */
  public Rdata build() {
    return Rdata.of(toArray());
  }
}
