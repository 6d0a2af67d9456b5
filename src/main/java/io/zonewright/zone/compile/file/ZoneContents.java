package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneEditor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of a zone as they are read, in the order of the file. */
final class ZoneContents {
  private final Map<DomainName, OwnerRecords> byOwner = new LinkedHashMap<>();

  /** Adds a record, and returns the TTL that others of its RRset had before, or its own. */
  int add(FileRecord next) {
    return byOwner.computeIfAbsent(next.owner(), OwnerRecords::new).add(next);
  }

  Collection<OwnerRecords> owners() {
    return byOwner.values();
  }

  @Nullable OwnerRecords find(DomainName owner) {
    return byOwner.get(owner);
  }

  /** The zone; only if nothing is wrong with it. */
  Zone toZone(DomainName apex) {
    ZoneEditor editor = Zone.empty(apex).edit();
    for (OwnerRecords each : byOwner.values()) {
      for (RecordGroup group : each.groups()) {
        editor.put(each.owner(), group.toRRset());
      }
    }
    return editor.commit();
  }
}
