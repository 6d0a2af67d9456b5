package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records that mean the same though the case of a name within them differs (RFC 4034 6.2). */
public final class CanonicalRdata {
  private static final int MX_NAME = 2;
  private static final int SRV_NAME = 6;

  private CanonicalRdata() {}

  /** The records in canonical order, one of each that are the same. */
  public static List<Rdata> distinct(int type, Collection<Rdata> records) {
    Map<Rdata, Rdata> byMeaning = new LinkedHashMap<>();
    for (Rdata rdata : records.stream().sorted().toList()) {
      byMeaning.putIfAbsent(folded(type, rdata), rdata);
    }
    return new ArrayList<>(byMeaning.values());
  }

  private static Rdata folded(int type, Rdata rdata) {
    return switch (type) {
      case RRType.NS, RRType.CNAME, RRType.PTR, RRType.DNAME -> foldedFrom(0, rdata);
      case RRType.MX -> foldedFrom(MX_NAME, rdata);
      case RRType.SRV -> foldedFrom(SRV_NAME, rdata);
      default -> rdata;
    };
  }

  private static Rdata foldedFrom(int from, Rdata rdata) {
    byte[] wire = rdata.toWire();
    for (int i = from; i < wire.length; i++) {
      wire[i] = DomainName.fold(wire[i]);
    }
    return Rdata.of(wire);
  }
}
