package io.zonewright.zone.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record set.
 *
 * @param generation the generation judged
 * @param serving what is served for it: the judged generation, an older one that was last accepted,
 *     or null for nothing
 * @param findings why the judged generation is not served; empty if it is
 * @param zoneVersion the {@link ZoneVerdict#version} of the zone that first held what is served; 0
 *     if nothing is
 */
public record RecordSetVerdict(
    long generation,
    @Nullable CompiledRecordSet serving,
    List<Finding> findings,
    long zoneVersion) {
  /** Whether the judged generation is what is served. */
  public boolean accepted() {
    return findings.isEmpty();
  }
}
