package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneBuilder;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a zone by owner name, in canonical order (RFC 4034 section 6.1). */
final class OrderedOwners implements Iterable<OwnerRecords> {
  private final DomainName apex;
  private final List<OwnerRecords> owners;

  OrderedOwners(DomainName apex, OwnerRecords[] sorted) {
    this.apex = apex;
    owners = Collections.unmodifiableList(Arrays.asList(sorted));
  }

  @Override
  public Iterator<OwnerRecords> iterator() {
    return owners.iterator();
  }

  /** The records of an owner name at or below the apex. */
  @Nullable OwnerRecords find(DomainName owner) {
    int at = Collections.binarySearch(owners, new OwnerRecords(owner, apex));
    return at < 0 ? null : owners.get(at);
  }

  /** The zone; only if nothing is wrong with it, so that the apex is there and comes first. */
  Zone toZone() {
    OwnerRecords first = owners.getFirst();
    ZoneBuilder builder = new ZoneBuilder(first.owner(), first.toRRsets());
    for (OwnerRecords each : owners.subList(1, owners.size())) {
      builder.add(each.owner(), each.toRRsets());
    }
    return builder.build();
  }
}
