package io.zonewright.zone.compile;

import java.util.List;

/** Checks the description of one zone in itself. Pure: knows no other zone and no record set. */
public final class ZoneSourceCompiler {
  private ZoneSourceCompiler() {}

  /** What compiling gave. */
  public sealed interface Result {
    /** The description is valid. */
    record Valid(CompiledZone zone) implements Result {}

    /** It is not; at least one finding. */
    record Invalid(List<Finding> findings) implements Result {}
  }

  /** Compiles the description of a zone. */
  public static Result compile(ZoneSource source) {
    throw new UnsupportedOperationException();
  }
}
