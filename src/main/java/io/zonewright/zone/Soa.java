package io.zonewright.zone;

import io.zonewright.dns.Serial;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The numbers within a SOA RRset (RFC 1035 section 3.3.13): five of 32 bits that end its data, the
 * serial first and MINIMUM last.
 */
final class Soa {
  private static final int NUMBERS_LENGTH = 20;
  private static final int LEAST_LENGTH = 2 + NUMBERS_LENGTH;

  private Soa() {}

  /** Refuses a SOA that is not one record with its numbers. */
  static void check(RRset soa) {
    if (soa.size() != 1 || soa.packed().length < 2 + LEAST_LENGTH) {
      throw new IllegalArgumentException(
          "a SOA RRset is one record with two names and five numbers");
    }
  }

  static Serial serial(RRset soa) {
    return new Serial(ByteBuffer.wrap(soa.packed()).getInt(serialOffset(soa)));
  }

  static byte[] packedWithSerial(RRset soa, int serial) {
    byte[] packed = soa.packed().clone();
    ByteBuffer.wrap(packed).putInt(serialOffset(soa), serial);
    return packed;
  }

  static RRset withSerial(RRset soa, Serial serial) {
    byte[] packed = packedWithSerial(soa, serial.bits());
    byte[] rdata = new byte[packed.length - 2];
    System.arraycopy(packed, 2, rdata, 0, rdata.length);
    return RRset.of(soa.type(), soa.ttl(), List.of(rdata));
  }

  /** With the TTL of negative answers, the lesser of TTL and MINIMUM (RFC 2308 section 5). */
  static RRset negative(RRset soa) {
    int minimum = ByteBuffer.wrap(soa.packed()).getInt(soa.packed().length - 4);
    return Integer.compareUnsigned(minimum, soa.ttl()) < 0 ? soa.withTtl(minimum) : soa;
  }

  private static int serialOffset(RRset soa) {
    return soa.packed().length - NUMBERS_LENGTH;
  }
}
