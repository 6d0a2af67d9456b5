package io.zonewright.zone.compile;

import java.util.Set;

/** Which data field goes with which type. */
final class DataFieldRule {
  private DataFieldRule() {}

  static void check(RecordSetSource source, Findings findings) {
    String field = "spec." + source.data().field();
    String type = source.type();
    if (source.data() instanceof RecordData.Rdata) {
      if (type.equals(RecordTypeRule.DUAL_STACK)) {
        findings.invalid(field, "A+AAAA takes addresses, not rdata");
      }
    } else if (!types(source.data()).contains(type)) {
      findings.invalid(
          field,
          "the record data field must match spec.type (use rdata for types without a field of"
              + " their own)");
    }
  }

  private static Set<String> types(RecordData data) {
    return switch (data) {
      case RecordData.Addresses _ -> Set.of("A", "AAAA", RecordTypeRule.DUAL_STACK);
      case RecordData.Cname _ -> Set.of("CNAME");
      case RecordData.Ns _ -> Set.of("NS");
      case RecordData.Ptr _ -> Set.of("PTR");
      case RecordData.Mx _ -> Set.of("MX");
      case RecordData.Txt _ -> Set.of("TXT");
      case RecordData.Srv _ -> Set.of("SRV");
      case RecordData.Caa _ -> Set.of("CAA");
      case RecordData.Svcb _ -> Set.of("SVCB", "HTTPS");
      case RecordData.Tlsa _ -> Set.of("TLSA");
      case RecordData.Rdata _ -> Set.of();
    };
  }
}
