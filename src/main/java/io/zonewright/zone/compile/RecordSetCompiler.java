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
    throw new UnsupportedOperationException();
  }

  /** Compiles what was last accepted; invalid if it no longer reads, or is outside the zone. */
  public static Result compile(LastGood lastGood, DomainName apex) {
    throw new UnsupportedOperationException();
  }
}
