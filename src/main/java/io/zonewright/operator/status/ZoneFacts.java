package io.zonewright.operator.status;

import io.zonewright.dns.Serial;
import io.zonewright.zone.compile.ZoneVerdict;
import org.jspecify.annotations.Nullable;

/**
 * What became of a zone.
 *
 * @param verdict of the compiler
 * @param digest of the content that is served, or null if none is
 * @param serial the highest sealed serial that this process has adopted, or null if none
 * @param evidence what the listeners of this process answered when they were last asked, for that
 *     serial or one before it; null if they were not yet
 * @param generationProven whether a proven version holds the generation that is served
 */
public record ZoneFacts(
    ZoneVerdict verdict,
    @Nullable String digest,
    @Nullable Serial serial,
    @Nullable Evidence evidence,
    boolean generationProven) {
  /** Whether the listeners of this process answered with that serial. */
  boolean proven() {
    return evidence != null && evidence.isComplete() && evidence.serial().equals(serial);
  }
}
