package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The owner names of a zone that somebody contends for, in canonical order, so that the names below
 * one follow it.
 *
 * <p>Zone cuts and DNAMEs rule over the names below them. The owner names of those who have one,
 * served or not, are kept apart: most zones have few, and the names above one are all that a
 * candidate has to ask.
 */
final class OwnerIndex {
  private final DomainName apex;

  /** By name, as nearly all are asked for, and that costs the same in zones of any size. */
  private final Map<DomainName, OwnerEntry> entries = new HashMap<>();

  private final NavigableMap<DomainName, OwnerEntry> inOrder = new TreeMap<>();
  private final Map<DomainName, List<Candidate>> covers = new HashMap<>();

  OwnerIndex(DomainName apex) {
    this.apex = apex;
  }

  DomainName apex() {
    return apex;
  }

  @Nullable OwnerEntry find(DomainName owner) {
    return entries.get(owner);
  }

  List<Claim> claimsAt(DomainName owner) {
    OwnerEntry entry = entries.get(owner);
    return entry == null ? List.of() : entry.claims();
  }

  /** The entries strictly below an owner name. */
  Iterable<OwnerEntry> below(DomainName owner) {
    return () ->
        inOrder.tailMap(owner, false).values().stream()
            .takeWhile(entry -> entry.owner().isBelow(owner))
            .iterator();
  }

  /** Whether somebody has a zone cut or DNAME, served or not, at this very owner name. */
  boolean hasCoverAt(DomainName owner) {
    return covers.containsKey(owner);
  }

  /** Whether somebody has a zone cut or DNAME anywhere, served or not. */
  boolean hasCovers() {
    return !covers.isEmpty();
  }

  /** Those who have a zone cut or DNAME at this owner name, served or not. */
  List<Candidate> coversAt(DomainName owner) {
    return covers.getOrDefault(owner, List.of());
  }

  void register(Candidate candidate, CompiledRecordSet version) {
    entry(version.owner()).add(candidate);
    if (Claim.isCover(version.owner(), version.claims(), apex)) {
      List<Candidate> there = covers.computeIfAbsent(version.owner(), _ -> new ArrayList<>(1));
      if (!there.contains(candidate)) {
        there.add(candidate);
      }
    }
  }

  void unregister(Candidate candidate, DomainName owner) {
    OwnerEntry entry = entry(owner);
    entry.remove(candidate);
    drop(entry);
    List<Candidate> there = covers.get(owner);
    if (there != null && there.remove(candidate) && there.isEmpty()) {
      covers.remove(owner);
    }
  }

  void add(Claim claim) {
    entry(claim.owner()).add(claim);
  }

  void remove(Claim claim) {
    OwnerEntry entry = entry(claim.owner());
    entry.remove(claim);
    drop(entry);
  }

  private OwnerEntry entry(DomainName owner) {
    OwnerEntry known = entries.get(owner);
    if (known != null) {
      return known;
    }
    OwnerEntry entry = new OwnerEntry(owner);
    entries.put(owner, entry);
    inOrder.put(owner, entry);
    return entry;
  }

  private void drop(OwnerEntry entry) {
    if (entry.isEmpty()) {
      entries.remove(entry.owner());
      inOrder.remove(entry.owner());
    }
  }
}
