package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.RRset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All records of one owner name as they are read, in the canonical order of owner names. */
final class OwnerRecords implements Comparable<OwnerRecords> {
  private final DomainName owner;
  private final long beginning;
  private final long continuation;
  private RecordGroup[] groups = {};

  /**
   * An owner without records; its name keeps this case.
   *
   * @param apex the owner or above it
   */
  OwnerRecords(DomainName owner, DomainName apex) {
    this.owner = owner;
    this.beginning = owner.octetsBelow(apex, 0);
    this.continuation = owner.octetsBelow(apex, Long.BYTES);
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

  /** Adds records of one type. */
  void add(RecordGroup next, Problems warnings) {
    RecordGroup known = find(next.type());
    if (known == null) {
      groups = Arrays.copyOf(groups, groups.length + 1);
      groups[groups.length - 1] = next;
    } else {
      known.add(next, warnings);
    }
  }

  /** Adds what stands further down under the same owner name. */
  void addAll(OwnerRecords later, Problems warnings) {
    for (RecordGroup group : later.groups) {
      add(group, warnings);
    }
  }

  List<RRset> toRRsets() {
    RRset[] rrsets = new RRset[groups.length];
    for (int i = 0; i < groups.length; i++) {
      rrsets[i] = groups[i].toRRset();
    }
    return Arrays.asList(rrsets);
  }

  /** By the beginnings, which lie here, and only where they are the same by the names. */
  @Override
  public int compareTo(OwnerRecords other) {
    if (beginning != other.beginning) {
      return Long.compareUnsigned(beginning, other.beginning);
    }
    return continuation != other.continuation
        ? Long.compareUnsigned(continuation, other.continuation)
        : owner.compareTo(other.owner);
  }
}
