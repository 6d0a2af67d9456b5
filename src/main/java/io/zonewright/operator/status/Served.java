package io.zonewright.operator.status;

import io.zonewright.dns.Serial;
import io.zonewright.zone.compile.RecordSetVerdict;
import io.zonewright.zone.compile.SourceId;
import org.jspecify.annotations.Nullable;

/** What status needs to know of what is served, and what it tells back. */
public interface Served {
  /** What became of a zone, or null if it is absent. */
  @Nullable ZoneFacts zone(SourceId id);

  /** The older zone that owns the name which this one wants; null if it has it itself. */
  @Nullable SourceId rival(SourceId zone);

  /** What became of a record set that names the given zone, or null if it is absent. */
  @Nullable RecordSetFacts recordSet(SourceId id, SourceId zone);

  /** Serves a zone with the serial that its status gives to the content of this digest. */
  void adopt(SourceId zone, Serial serial, String digest);

  /**
   * Serves a zone with a serial that this process gave.
   *
   * @param content what was sealed, which may not be what is served any more
   */
  void sealed(SourceId zone, Serial serial, ZoneFacts content);

  /** The listeners of this process were asked for the serial of a zone. */
  void asked(SourceId zone, Evidence evidence);

  /**
   * What became of a record set.
   *
   * @param verdict of the compiler
   * @param serial the newest serial of its zone that was proven, if that version holds it; one that
   *     is adopted and not proven yet is no serial anybody can rely on
   */
  record RecordSetFacts(RecordSetVerdict verdict, @Nullable Serial serial) {
    /** Whether a sealed and proven version of its zone holds it. */
    boolean proven() {
      return serial != null;
    }
  }
}
