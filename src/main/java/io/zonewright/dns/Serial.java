package io.zonewright.dns;

/**
 * A zone serial number with the arithmetic of RFC 1982: 32 bits that wrap around.
 *
 * @param bits the serial as an unsigned 32-bit number
 */
public record Serial(int bits) {
  /** Makes a serial from a number between 0 and 4294967295. */
  public static Serial of(long value) {
    if (value < 0 || value > 0xffff_ffffL) {
      throw new IllegalArgumentException("a serial is between 0 and 4294967295: " + value);
    }
    return new Serial((int) value);
  }

  /** The serial as a number between 0 and 4294967295. */
  public long toLong() {
    return Integer.toUnsignedLong(bits);
  }

  /** The serial after this one; 0 follows 4294967295. */
  public Serial next() {
    return new Serial(bits + 1);
  }

  /**
   * Whether this serial is greater than {@code other} (RFC 1982 section 3.2). Of two serials
   * exactly 2^31 apart neither is greater.
   */
  public boolean isGreaterThan(Serial other) {
    int distance = bits - other.bits;
    return distance > 0;
  }

  /** The greater of the two; this one when neither is greater. */
  public Serial max(Serial other) {
    return other.isGreaterThan(this) ? other : this;
  }

  @Override
  public String toString() {
    return Long.toString(toLong());
  }
}
