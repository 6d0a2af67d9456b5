package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.RRset;
import io.zonewright.zone.compile.rdata.Rdata;
import io.zonewright.zone.compile.rdata.RdataText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups the records of one record set by type, and checks each group as a whole. */
final class RecordSetAssembly {
  /** What a message of 65535 octets leaves for one RRset beside its other parts. */
  private static final int MAX_RRSET = 65_000;

  /** Octets of a record besides its data, with a compressed owner name. */
  private static final int RECORD_OVERHEAD = 12;

  private static final byte[] NULL_MX = {0, 0, 0};

  private final Map<Integer, List<Rdata>> byType = new TreeMap<>();

  RecordSetAssembly(List<TypedRdata> records) {
    for (TypedRdata each : records) {
      byType.computeIfAbsent(each.type(), _ -> new ArrayList<>()).add(each.rdata());
    }
    byType.replaceAll(Rdata::distinct);
  }

  List<Integer> types() {
    return List.copyOf(byType.keySet());
  }

  void check(String field, Findings findings) {
    byType.forEach((type, records) -> check(type, records, field, findings));
  }

  private static void check(int type, List<Rdata> records, String field, Findings findings) {
    boolean single = type == RRType.CNAME || type == RRType.DNAME;
    if (single && records.size() > 1) {
      findings.invalid(field, "a CNAME or DNAME has exactly one target");
    }
    if (type == RRType.MX && records.size() > 1 && records.stream().anyMatch(r -> isNullMx(r))) {
      findings.invalid(
          field, "the exchange '.' says that no mail is accepted (RFC 7505); write it alone");
    }
    int size = records.stream().mapToInt(r -> r.length() + RECORD_OVERHEAD).sum();
    if (size > MAX_RRSET) {
      findings.invalid(
          field,
          "the records have "
              + size
              + " octets and no answer could hold them; write at most "
              + MAX_RRSET
              + " in all");
    }
  }

  private static boolean isNullMx(Rdata rdata) {
    byte[] wire = rdata.toWire();
    return wire.length == NULL_MX.length && wire[2] == 0;
  }

  CompiledRecordSet compiled(long generation, DomainName owner, int ttl, List<Integer> claims) {
    List<RRset> rrsets = new ArrayList<>();
    List<String> presentation = new ArrayList<>();
    byType.forEach(
        (type, records) -> {
          rrsets.add(RRset.of(type, ttl, records.stream().map(Rdata::toWire).toList()));
          records.forEach(
              r -> presentation.add(RRType.mnemonic(type) + " " + RdataText.print(type, r)));
        });
    return new CompiledRecordSet(
        generation, owner, ttl, List.copyOf(rrsets), claims, List.copyOf(presentation));
  }
}
