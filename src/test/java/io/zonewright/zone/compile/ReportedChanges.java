package io.zonewright.zone.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.zone.compile.CatalogCompiler.Changes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds a compiler to its word: what it does not report has the verdict that it had. */
final class ReportedChanges {
  private final CatalogCompiler compiler;
  private final Map<SourceId, @Nullable Object> zones = new HashMap<>();
  private final Map<SourceId, @Nullable Object> recordSets = new HashMap<>();

  ReportedChanges(CatalogCompiler compiler) {
    this.compiler = compiler;
  }

  void check(Changes changes, Set<SourceId> allZones, Set<SourceId> allRecordSets) {
    check(changes.zones(), allZones, zones, id -> withoutSerial(compiler.zone(id)));
    check(changes.recordSets(), allRecordSets, recordSets, compiler::recordSet);
  }

  private static void check(
      Set<SourceId> changed,
      Set<SourceId> all,
      Map<SourceId, @Nullable Object> known,
      Function<SourceId, @Nullable Object> verdict) {
    for (SourceId id : all) {
      Object now = verdict.apply(id);
      if (!changed.contains(id)) {
        assertThat(now).as("the unreported verdict of " + id).isEqualTo(known.get(id));
      }
      known.put(id, now);
    }
  }

  /** A serial is set without a report. */
  private static @Nullable ZoneVerdict withoutSerial(@Nullable ZoneVerdict verdict) {
    return verdict == null
        ? null
        : new ZoneVerdict(
            verdict.generation(),
            verdict.served(),
            null,
            verdict.version(),
            verdict.findings(),
            verdict.counts());
  }
}
