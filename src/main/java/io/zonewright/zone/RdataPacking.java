package io.zonewright.zone;

import io.zonewright.dns.CanonicalRdata;
import java.util.List;
import java.util.function.Function;

/** The packed form of the data of an RRset: for each record a 16-bit length and the octets. */
final class RdataPacking {
  private static final int MAX_RDATA_LENGTH = 0xffff;

  private RdataPacking() {}

  /** In canonical order and without duplicates (RFC 4034 section 6.3). */
  static List<byte[]> canonical(int type, List<byte[]> rdata) {
    if (rdata.isEmpty()) {
      throw new IllegalArgumentException("an RRset has at least one record");
    }
    return CanonicalRdata.distinct(type, rdata, Function.identity());
  }

  static byte[] pack(List<byte[]> records) {
    byte[] packed = new byte[packedLength(records)];
    int at = 0;
    for (byte[] record : records) {
      packed[at] = (byte) (record.length >> 8);
      packed[at + 1] = (byte) record.length;
      System.arraycopy(record, 0, packed, at + 2, record.length);
      at += 2 + record.length;
    }
    return packed;
  }

  private static int packedLength(List<byte[]> records) {
    int length = 0;
    for (byte[] record : records) {
      if (record.length > MAX_RDATA_LENGTH) {
        throw new IllegalArgumentException("record data is at most 65535 octets long");
      }
      length = Math.addExact(length, 2 + record.length);
    }
    return length;
  }

  /** Where the record after the one at {@code at} begins. */
  static int next(byte[] packed, int at) {
    return at + 2 + (((packed[at] & 0xff) << 8) | (packed[at + 1] & 0xff));
  }
}
