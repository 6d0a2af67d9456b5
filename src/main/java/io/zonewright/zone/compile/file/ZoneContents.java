package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a zone as they are read. The records of one owner name mostly follow each other,
 * so they are kept in such runs: putting the runs in order at the end costs less than looking for
 * each owner name among all before it.
 */
final class ZoneContents {
  private final DomainName apex;
  private final Problems warnings;
  private final List<OwnerRecords> runs = new ArrayList<>();
  private @Nullable OwnerRecords last;

  /** Without records. */
  ZoneContents(DomainName apex, Problems warnings) {
    this.apex = apex;
    this.warnings = warnings;
  }

  /** Adds a record of an owner name at or below the apex. */
  void add(FileRecord next) {
    OwnerRecords run = last;
    if (run == null || !run.owner().equals(next.owner())) {
      run = new OwnerRecords(next.owner(), apex);
      runs.add(run);
      last = run;
    }
    run.add(new RecordGroup(next), warnings);
  }

  /** The owner names in order, each with all of its records. */
  OrderedOwners inOrder() {
    OwnerRecords[] sorted = runs.toArray(OwnerRecords[]::new);
    Arrays.parallelSort(sorted); // stable: what stood first in the file comes first
    int count = 0;
    for (OwnerRecords run : sorted) {
      OwnerRecords before = count == 0 ? null : sorted[count - 1];
      if (before != null && before.owner().equals(run.owner())) {
        before.addAll(run, warnings);
      } else {
        sorted[count++] = run;
      }
    }
    return new OrderedOwners(apex, Arrays.copyOf(sorted, count));
  }
}
