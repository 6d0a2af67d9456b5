package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneBuilder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of a zone as they are read, in the order of the file. */
final class ZoneContents {
  /** About what an owner name takes in a file: room for as many is made before it is read. */
  private static final long OCTETS_OF_AN_OWNER = 64;

  private static final long MOST_EXPECTED = 1 << 24;

  private final Map<DomainName, OwnerRecords> byOwner;
  private @Nullable OwnerRecords last;

  /** For the records of a file of this size. */
  ZoneContents(long octets) {
    int expected = (int) Math.min(octets / OCTETS_OF_AN_OWNER, MOST_EXPECTED);
    byOwner = LinkedHashMap.newLinkedHashMap(expected);
  }

  /** Adds a record, and returns the TTL that others of its RRset had before, or its own. */
  int add(FileRecord next) {
    OwnerRecords owner = last;
    // The records of one owner name mostly follow each other.
    if (owner == null || !owner.owner().equals(next.owner())) {
      owner = byOwner.computeIfAbsent(next.owner(), OwnerRecords::new);
      last = owner;
    }
    return owner.add(next);
  }

  Collection<OwnerRecords> owners() {
    return byOwner.values();
  }

  @Nullable OwnerRecords find(DomainName owner) {
    return byOwner.get(owner);
  }

  /** The zone; only if nothing is wrong with it, so that the apex is there. */
  Zone toZone() {
    OwnerRecords[] sorted = byOwner.values().toArray(OwnerRecords[]::new);
    Arrays.parallelSort(sorted, Comparator.comparing(OwnerRecords::owner));
    OwnerRecords apex = sorted[0];
    ZoneBuilder builder = new ZoneBuilder(apex.owner(), apex.toRRsets());
    for (int i = 1; i < sorted.length; i++) {
      builder.add(sorted[i].owner(), sorted[i].toRRsets());
    }
    return builder.build();
  }
}
