package io.zonewright.zone.compile.file;

import io.zonewright.dns.RRType;
import io.zonewright.zone.compile.rdata.PlainLine;
import org.jspecify.annotations.Nullable;

/** Reads the {@link RecordHeader} of a {@link PlainLine}, if it is one of the common ones. */
final class PlainHeader {
  private static final int NONE = 0;

  private PlainHeader() {}

  /** Reads the words from {@code at} on; null if there is more to see than is looked for here. */
  static @Nullable RecordHeader read(PlainLine line, int at) {
    boolean classSeen = false;
    int ttl = RecordHeader.NO_TTL;
    for (int i = at; i < line.words(); i++) {
      if (!classSeen && line.is(i, "IN")) {
        classSeen = true;
      } else if (ttl == RecordHeader.NO_TTL && isDigit(line.first(i))) {
        ttl = line.number(i);
        if (ttl < 0) {
          return null;
        }
      } else {
        int type = type(line, i);
        return type == NONE ? null : new RecordHeader(ttl, type, i + 1);
      }
    }
    return null;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private static int type(PlainLine line, int word) {
    if (line.is(word, "A")) {
      return RRType.A;
    } else if (line.is(word, "AAAA")) {
      return RRType.AAAA;
    } else if (line.is(word, "NS")) {
      return RRType.NS;
    } else if (line.is(word, "CNAME")) {
      return RRType.CNAME;
    } else if (line.is(word, "PTR")) {
      return RRType.PTR;
    }
    return line.is(word, "MX") ? RRType.MX : NONE;
  }
}
