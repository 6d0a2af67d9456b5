package io.zonewright.zone.compile;

import io.zonewright.zone.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a zone.
 *
 * @param generation the generation judged
 * @param served the description that is served: the judged one, or the last accepted one; null if
 *     none
 * @param zone the version that is published, or null if none
 * @param version counts the changes of content of this zone within this process, from 1
 * @param findings why the judged generation is not served; empty if it is
 * @param counts its record sets by what became of them
 */
public record ZoneVerdict(
    long generation,
    @Nullable ZoneSource served,
    @Nullable Zone zone,
    long version,
    List<Finding> findings,
    Counts counts) {
  /** Whether the judged generation is what is served. */
  public boolean accepted() {
    return findings.isEmpty();
  }

  /**
   * The record sets that name the zone.
   *
   * @param total all of them
   * @param programmed those served as written
   * @param conflicted those that lost a conflict
   * @param rejected those refused for another reason
   */
  public record Counts(int total, int programmed, int conflicted, int rejected) {}
}
