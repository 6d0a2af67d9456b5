package io.zonewright.zone;

/**
 * A digest of the content of a zone: the sum of a hash of each RRset, so that it does not depend on
 * order and one change costs one subtraction and one addition. The serial of the SOA is left out;
 * its other fields count.
 *
 * @param high the upper 64 bits of a sum modulo 2^128
 * @param low the lower 64 bits
 */
public record ContentDigest(long high, long low) {
  /** The digest of nothing. */
  public static final ContentDigest EMPTY = new ContentDigest(0, 0);

  ContentDigest plus(ContentDigest other) {
    long sum = low + other.low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new ContentDigest(high + other.high + carry, sum);
  }

  ContentDigest minus(ContentDigest other) {
    long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
    return new ContentDigest(high - other.high - borrow, low - other.low);
  }

  /** 32 hexadecimal digits. */
  @Override
  public String toString() {
    return String.format("%016x%016x", high, low);
  }
}
