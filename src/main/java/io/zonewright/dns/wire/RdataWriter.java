package io.zonewright.dns.wire;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;

/**
 * Writes record data with its length. Names within it are compressed only for the types of RFC
 * 1035, which every receiver knows (RFC 3597 section 4).
 */
public final class RdataWriter {
  private static final int MD = 3;
  private static final int MF = 4;
  private static final int MB = 7;
  private static final int MG = 8;
  private static final int MR = 9;
  private static final int MINFO = 14;

  private static final int MX_PREFERENCE_LENGTH = 2;
  private static final int NOT_A_NAME = -1;

  private RdataWriter() {}

  /**
   * Writes the data of one record.
   *
   * @param type the type of the record
   * @param rdata holds the data, names in it uncompressed
   */
  public static void write(MessageWriter out, int type, byte[] rdata, int from, int length) {
    int names = compressibleNames(type);
    if (names == 0) {
      out.u16(length);
      out.octets(rdata, from, length);
    } else {
      int lengthAt = out.position();
      out.u16(0);
      writeCompressed(
          out, names, type == RRType.MX ? MX_PREFERENCE_LENGTH : 0, rdata, from, length);
      if (!out.overflowed()) {
        out.u16At(lengthAt, out.position() - lengthAt - 2);
      }
    }
  }

  /** Names that are none end the compression; the rest is then written as it is. */
  private static void writeCompressed(
      MessageWriter out, int names, int prefix, byte[] rdata, int from, int length) {
    int end = from + length;
    int at = Math.min(from + prefix, end);
    out.octets(rdata, from, at - from);
    for (int i = 0; i < names; i++) {
      int next = endOfName(rdata, at, end);
      if (next == NOT_A_NAME) {
        break;
      }
      out.name(rdata, at);
      at = next;
    }
    out.octets(rdata, at, end - at);
  }

  private static int compressibleNames(int type) {
    return switch (type) {
      case RRType.NS, RRType.CNAME, RRType.PTR, RRType.MX, MD, MF, MB, MG, MR -> 1;
      case RRType.SOA, MINFO -> 2;
      default -> 0;
    };
  }

  private static int endOfName(byte[] octets, int from, int end) {
    int at = from;
    while (at < end && at - from < DomainName.MAX_WIRE_LENGTH) {
      int length = octets[at];
      if (length < 0 || length > DomainName.MAX_LABEL_LENGTH) {
        return NOT_A_NAME;
      }
      at += length + 1;
      if (length == 0) {
        return at;
      }
    }
    return NOT_A_NAME;
  }
}
