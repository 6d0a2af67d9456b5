package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import java.util.List;

/** Checks one record set in itself and turns it into RRsets. Pure: knows no other record set. */
public final class RecordSetCompiler {
  private RecordSetCompiler() {}

  /** What compiling gave. */
  public sealed interface Result {
    /** The record set is valid. */
    record Valid(CompiledRecordSet recordSet) implements Result {}

    /** It is not; at least one finding. */
    record Invalid(List<Finding> findings) implements Result {}
  }

  /** Compiles a record set for the zone with the given apex and default TTL in seconds. */
  public static Result compile(RecordSetSource source, DomainName apex, int defaultTtl) {
    try {
      return check(source, apex, defaultTtl);
    } catch (RuntimeException | StackOverflowError fault) {
      return new Result.Invalid(List.of(Fault.in("DnsRecordSet " + source.id(), fault)));
    }
  }

  /**
   * What is wrong with a record set in whatever zone it were: even in that of the shortest name.
   */
  static List<Finding> findingsInAnyZone(RecordSetSource source) {
    return compile(source, DomainName.ROOT, 0) instanceof Result.Invalid invalid
        ? invalid.findings()
        : List.of();
  }

  private static Result check(RecordSetSource source, DomainName apex, int defaultTtl) {
    Findings findings = new Findings();
    DomainName owner = OwnerNameRule.read(source.name(), apex, findings);
    List<Integer> types = RecordTypeRule.read(source.type(), findings);
    Integer own = source.ttl();
    int ttl = own == null ? defaultTtl : own;
    TtlRule.check("spec.ttl", ttl, findings);
    if (!types.isEmpty()) {
      DataFieldRule.check(source, findings);
    }
    if (owner != null) {
      types.forEach(type -> PlacementRule.check(type, owner, apex, "spec.type", findings));
    }
    RecordSetAssembly assembly = new RecordSetAssembly(RecordDataReader.read(source, findings));
    assembly.check("spec." + source.data().field(), findings);
    return findings.isEmpty() && owner != null
        ? new Result.Valid(assembly.compiled(source.generation(), owner, ttl, types))
        : new Result.Invalid(findings.toList());
  }

  /**
   * Compiles what was last accepted; invalid if it no longer reads, or is outside the zone. Claims
   * only the types that have data, also for a record set of A+AAAA.
   */
  public static Result compile(LastGood lastGood, DomainName apex) {
    try {
      return new LastGoodCompilation(lastGood, apex).run();
    } catch (RuntimeException | StackOverflowError fault) {
      String what = "what was last accepted of " + lastGood.fqdn();
      return new Result.Invalid(List.of(Fault.in(what, fault)));
    }
  }
}
