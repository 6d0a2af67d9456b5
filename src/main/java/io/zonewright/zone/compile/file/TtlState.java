package io.zonewright.zone.compile.file;

import io.zonewright.zone.compile.rdata.Rdata;

/**
 * Which TTL a record has that states none: that of {@code $TTL}, else the last one stated, else the
 * MINIMUM of the SOA (RFC 2308 section 4, RFC 1035 section 5.1).
 */
final class TtlState {
  private int byDirective = RecordHeader.NO_TTL;
  private int lastStated = RecordHeader.NO_TTL;
  private int soaMinimum = RecordHeader.NO_TTL;

  TtlState copy() {
    TtlState copy = new TtlState();
    copy.byDirective = byDirective;
    copy.lastStated = lastStated;
    copy.soaMinimum = soaMinimum;
    return copy;
  }

  void setDefault(int seconds) {
    byDirective = seconds;
  }

  void soaSeen(Rdata soa) {
    byte[] wire = soa.toWire();
    int minimum = 0;
    for (int i = wire.length - 4; i < wire.length; i++) {
      minimum = minimum << 8 | (wire[i] & 0xff);
    }
    soaMinimum = Math.max(minimum, 0);
  }

  /** The TTL of the next record, or {@link RecordHeader#NO_TTL}. */
  int resolve(int stated) {
    if (stated != RecordHeader.NO_TTL) {
      lastStated = stated;
      return stated;
    }
    if (byDirective != RecordHeader.NO_TTL) {
      return byDirective;
    }
    return lastStated != RecordHeader.NO_TTL ? lastStated : soaMinimum;
  }
}
