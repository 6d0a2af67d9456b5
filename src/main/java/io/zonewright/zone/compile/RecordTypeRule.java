package io.zonewright.zone.compile;

import io.zonewright.dns.RRType;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What {@code DnsRecordSet.spec.type} may be. */
final class RecordTypeRule {
  static final String DUAL_STACK = "A+AAAA";

  private static final String FIELD = "spec.type";
  private static final String NOT_DATA =
      "this type is written by the server, or is not a data type";

  /** Types that the server writes by itself, or that only ever were part of the protocol. */
  private static final Set<String> WRITTEN_BY_SERVER =
      Set.of(
          "SOA",
          "SIG",
          "KEY",
          "NXT",
          "RRSIG",
          "NSEC",
          "NSEC3",
          "NSEC3PARAM",
          "DNSKEY",
          "CDS",
          "CDNSKEY",
          "ZONEMD");

  private RecordTypeRule() {}

  /** The types it stands for; none after its fault has been noted. */
  static List<Integer> read(String type, Findings findings) {
    if (type.equals(DUAL_STACK)) {
      return List.of(RRType.A, RRType.AAAA);
    }
    if (!type.matches("[A-Z][A-Z0-9-]{0,15}")) {
      findings.invalid(
          FIELD,
          "type must be a record type in upper case, such as A, AAAA, A+AAAA, MX, TYPE65280");
      return List.of();
    }
    OptionalInt number = RRType.parse(type);
    if (number.isEmpty()) {
      findings.invalid(
          FIELD,
          "'"
              + type
              + "' is not a record type; write a mnemonic such as MX, or TYPE65280 for a"
              + " type without one");
      return List.of();
    }
    return known(type, number.getAsInt(), findings);
  }

  private static List<Integer> known(String text, int type, Findings findings) {
    String mnemonic = RRType.mnemonic(type);
    if (!isData(type)) {
      findings.invalid(FIELD, NOT_DATA);
      return List.of();
    }
    if (!text.equals(mnemonic)) {
      findings.invalid(FIELD, text + " is " + mnemonic + "; write its mnemonic " + mnemonic);
      return List.of();
    }
    return List.of(type);
  }

  /** Whether users may bring data of the type. */
  static boolean isData(int type) {
    return !RRType.isMeta(type) && !WRITTEN_BY_SERVER.contains(RRType.mnemonic(type));
  }
}
