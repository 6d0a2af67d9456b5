package io.zonewright.operator.status;

import io.zonewright.zone.compile.SourceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Record sets that are accepted, and whose zone has not proven a version that holds them. */
final class AwaitingProof {
  private final Map<SourceId, Entry> entries = new HashMap<>();
  private final Map<SourceId, Set<SourceId>> byZone = new HashMap<>();

  private record Entry(SourceId zone, long since) {}

  /** Adds a record set unless it waits already; returns how long it has waited. */
  synchronized Duration add(SourceId recordSet, SourceId zone) {
    Entry known = entries.get(recordSet);
    if (known != null && !known.zone.equals(zone)) {
      remove(recordSet);
      known = null;
    }
    long now = System.nanoTime();
    if (known == null) {
      entries.put(recordSet, new Entry(zone, now));
      byZone.computeIfAbsent(zone, first -> new HashSet<>()).add(recordSet);
      return Duration.ZERO;
    }
    return Duration.ofNanos(now - known.since);
  }

  synchronized void remove(SourceId recordSet) {
    Entry known = entries.remove(recordSet);
    if (known != null) {
      Set<SourceId> others = byZone.getOrDefault(known.zone, new HashSet<>());
      others.remove(recordSet);
      if (others.isEmpty()) {
        byZone.remove(known.zone);
      }
    }
  }

  synchronized void clear() {
    entries.clear();
    byZone.clear();
  }

  synchronized List<SourceId> of(SourceId zone) {
    return List.copyOf(byZone.getOrDefault(zone, Set.of()));
  }
}
