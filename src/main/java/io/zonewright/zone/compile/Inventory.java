package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All descriptions that are there, and who names whom. Judges nothing. */
final class Inventory {
  private final Map<SourceId, DescribedZone> zones = new HashMap<>();
  private final Map<SourceId, Candidate> recordSets = new HashMap<>();
  private final Map<SourceId, Members> members = new HashMap<>();
  private final Map<DomainName, TreeMap<Age, DescribedZone>> apexes = new HashMap<>();
  private final ServedSerials serials = new ServedSerials();
  private final HostedNames hosted = new HostedNames();

  @Nullable DescribedZone zone(SourceId id) {
    return zones.get(id);
  }

  @Nullable Candidate recordSet(SourceId id) {
    return recordSets.get(id);
  }

  /** The record sets that name a zone, whether it exists or not. */
  Members members(SourceId zone) {
    return members.computeIfAbsent(zone, _ -> new Members());
  }

  /** What was served so far. */
  ServedSerials serials() {
    return serials;
  }

  /** The names of the zones that the catalog answers for. */
  HostedNames hosted() {
    return hosted;
  }

  /** The zone that owns this name, or null. */
  @Nullable DescribedZone owner(DomainName apex) {
    TreeMap<Age, DescribedZone> claimants = apexes.get(apex);
    return claimants == null ? null : claimants.firstEntry().getValue();
  }

  /** The zones that want this name, the oldest first. */
  Collection<DescribedZone> claimants(DomainName apex) {
    TreeMap<Age, DescribedZone> claimants = apexes.get(apex);
    return claimants == null ? List.of() : claimants.values();
  }

  void add(DescribedZone zone) {
    zones.put(zone.id(), zone);
    claimApex(zone);
  }

  void remove(DescribedZone zone) {
    zones.remove(zone.id());
    releaseApex(zone);
    forgetIfEmpty(zone.id());
  }

  void claimApex(DescribedZone zone) {
    DomainName apex = zone.apex();
    if (apex != null) {
      apexes.computeIfAbsent(apex, _ -> new TreeMap<>()).put(zone.age(), zone);
    }
  }

  void releaseApex(DescribedZone zone) {
    DomainName apex = zone.apex();
    TreeMap<Age, DescribedZone> claimants = apex == null ? null : apexes.get(apex);
    if (apex != null && claimants != null) {
      claimants.remove(zone.age());
      if (claimants.isEmpty()) {
        apexes.remove(apex);
      }
    }
  }

  void add(Candidate candidate) {
    recordSets.put(candidate.id(), candidate);
    members(candidate.zone()).add(candidate);
  }

  void remove(Candidate candidate) {
    recordSets.remove(candidate.id());
    members(candidate.zone()).remove(candidate);
    forgetIfEmpty(candidate.zone());
  }

  private void forgetIfEmpty(SourceId zone) {
    Members there = members.get(zone);
    if (there != null && there.isEmpty() && !zones.containsKey(zone)) {
      members.remove(zone);
    }
  }
}
