package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.RRset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All records of one owner name as they are read. */
final class OwnerRecords {
  private final DomainName owner;
  private RecordGroup[] groups = {};

  /** An owner without records; its name keeps this case. */
  OwnerRecords(DomainName owner) {
    this.owner = owner;
  }

  DomainName owner() {
    return owner;
  }

  List<RecordGroup> groups() {
    return Arrays.asList(groups);
  }

  @Nullable RecordGroup find(int type) {
    for (RecordGroup group : groups) {
      if (group.type() == type) {
        return group;
      }
    }
    return null;
  }

  /** Adds a record, and returns the TTL that others of its type had before, or its own. */
  int add(FileRecord next) {
    RecordGroup group = find(next.type());
    if (group == null) {
      groups = Arrays.copyOf(groups, groups.length + 1);
      groups[groups.length - 1] = new RecordGroup(next);
      return next.ttl();
    }
    int before = group.ttl();
    group.add(next);
    return before;
  }

  List<RRset> toRRsets() {
    List<RRset> rrsets = new ArrayList<>(groups.length);
    for (RecordGroup group : groups) {
      rrsets.add(group.toRRset());
    }
    return rrsets;
  }
}
