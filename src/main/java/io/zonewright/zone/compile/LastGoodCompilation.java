package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.compile.rdata.NameText;
import io.zonewright.zone.compile.rdata.Rdata;
import io.zonewright.zone.compile.rdata.RdataText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads back what the status of a record set keeps. Trusts it no more than a specification. */
final class LastGoodCompilation {
  private static final String DATA = "status.data";

  private final LastGood lastGood;
  private final DomainName apex;
  private final Findings findings = new Findings();

  LastGoodCompilation(LastGood lastGood, DomainName apex) {
    this.lastGood = lastGood;
    this.apex = apex;
  }

  RecordSetCompiler.Result run() {
    DomainName owner = owner();
    TtlRule.check("status.ttl", lastGood.ttl(), findings);
    RecordSetAssembly assembly = new RecordSetAssembly(records());
    List<Integer> types = assembly.types();
    if (types.isEmpty() && findings.isEmpty()) {
      findings.invalid(DATA, "the list is empty; write at least one item");
    }
    assembly.check(DATA, findings);
    if (owner != null) {
      types.forEach(type -> PlacementRule.check(type, owner, apex, DATA, findings));
    }
    return findings.isEmpty() && owner != null
        ? new RecordSetCompiler.Result.Valid(
            assembly.compiled(lastGood.generation(), owner, lastGood.ttl(), types))
        : new RecordSetCompiler.Result.Invalid(findings.toList());
  }

  private @Nullable DomainName owner() {
    DomainName owner = findings.take("status.fqdn", NameText.absolute(lastGood.fqdn()));
    if (owner != null && !owner.isAtOrBelow(apex)) {
      findings.add(
          Reason.OUT_OF_ZONE, "status.fqdn", "'" + owner + "' lies outside the zone " + apex);
      return null;
    }
    return owner;
  }

  private List<TypedRdata> records() {
    List<TypedRdata> records = new ArrayList<>();
    for (int i = 0; i < lastGood.data().size(); i++) {
      TypedRdata each = read(DATA + "[" + i + "]", lastGood.data().get(i));
      if (each != null) {
        records.add(each);
      }
    }
    return records;
  }

  private @Nullable TypedRdata read(String field, String text) {
    int space = text.indexOf(' ');
    OptionalInt type = RRType.parse(space < 0 ? text : text.substring(0, space));
    if (type.isEmpty() || !RecordTypeRule.isData(type.getAsInt())) {
      findings.invalid(field, "the record has no data type in front, as in 'A 192.0.2.10'");
      return null;
    }
    String data = space < 0 ? "" : text.substring(space + 1);
    Rdata rdata = findings.take(field, RdataText.read(type.getAsInt(), data));
    return rdata == null ? null : new TypedRdata(type.getAsInt(), rdata);
  }
}
