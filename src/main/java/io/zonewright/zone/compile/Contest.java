package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.RRset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what in one zone. Candidates are judged by age against the claims that outrank them, so
 * that the result does not depend on the order in which they came.
 *
 * <p>When a claim comes or goes, only those are judged again whom it can matter to: the younger
 * ones at its owner name, those below it if it is a zone cut or DNAME, and the zone cuts and DNAMEs
 * above it. When a zone comes or goes below, those at and below its name are.
 */
final class Contest {
  private final OwnerIndex index;
  private final Conflicts conflicts;
  private final Agenda agenda = new Agenda();
  private Set<DomainName> changed = new LinkedHashSet<>();

  Contest(DomainName apex, HostedNames hosted) {
    this.index = new OwnerIndex(apex);
    this.conflicts = new Conflicts(index, hosted);
  }

  /** Puts a candidate, or one whose versions are others than before, up to be judged. */
  void enter(Candidate candidate, List<CompiledRecordSet> formerly) {
    register(candidate, formerly);
    agenda.add(candidate);
    reconsiderGlue(formerly);
    reconsiderGlue(candidate.versions().all());
  }

  /** Takes a candidate out, with what it holds. */
  void leave(Candidate candidate) {
    agenda.remove(candidate);
    candidate.versions().all().forEach(version -> unregister(candidate, version));
    Claim claim = candidate.claim();
    if (claim != null) {
      retract(claim);
      reconsider(claim);
    }
    reconsiderGlue(candidate.versions().all());
  }

  private void register(Candidate candidate, List<CompiledRecordSet> formerly) {
    formerly.forEach(version -> unregister(candidate, version));
    candidate.versions().all().forEach(version -> index.register(candidate, version));
  }

  private void unregister(Candidate candidate, CompiledRecordSet version) {
    index.unregister(candidate, version.owner());
  }

  /** Exchanges what the zone itself holds at an owner name. */
  void replace(List<Claim> before, List<Claim> after) {
    before.forEach(this::retract);
    after.forEach(this::grant);
    List<Claim> gone = new ArrayList<>(before);
    gone.removeIf(claim -> after.stream().anyMatch(claim::coversSameGround));
    List<Claim> come = new ArrayList<>(after);
    come.removeIf(claim -> before.stream().anyMatch(claim::coversSameGround));
    gone.forEach(this::reconsider);
    come.forEach(this::reconsider);
  }

  /** Judges all that is on the agenda, and returns whom it judged. */
  List<Candidate> settle() {
    List<Candidate> judged = new ArrayList<>();
    for (Candidate next = agenda.next(); next != null; next = agenda.next()) {
      judge(next);
      judged.add(next);
    }
    return judged;
  }

  /** The owner names where claims came or went since the last call. */
  Set<DomainName> takeChanged() {
    Set<DomainName> taken = changed;
    // Not cleared, which would cost as much as the largest revision ever did.
    changed = new LinkedHashSet<>();
    return taken;
  }

  /** What is held at an owner name. */
  List<RRset> rrsetsAt(DomainName owner) {
    List<Claim> claims = index.claimsAt(owner);
    return claims.size() == 1
        ? claims.getFirst().rrsets()
        : claims.stream().flatMap(claim -> claim.rrsets().stream()).toList();
  }

  private void judge(Candidate candidate) {
    Claim before = candidate.claim();
    choose(candidate);
    exchange(before, candidate.claim());
    RecordSetVersions versions = candidate.versions();
    List<CompiledRecordSet> formerly = versions.all();
    if (candidate.findings().isEmpty() && versions.remember()) {
      register(candidate, formerly);
    }
  }

  private void choose(Candidate candidate) {
    RecordSetVersions versions = candidate.versions();
    List<Finding> findings = versions.findings();
    for (CompiledRecordSet version : versions.all()) {
      Finding conflict = conflicts.find(candidate.age(), version);
      if (conflict == null) {
        candidate.stand(version, findings);
        return;
      }
      if (version.equals(versions.current())) {
        findings = List.of(conflict);
      }
    }
    candidate.stand(null, findings);
  }

  private void exchange(@Nullable Claim before, @Nullable Claim after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (before != null) {
      retract(before);
    }
    if (after != null) {
      grant(after);
    }
    if (before != null && after != null && before.coversSameGround(after)) {
      return;
    }
    if (before != null) {
      reconsider(before);
    }
    if (after != null) {
      reconsider(after);
    }
  }

  private void retract(Claim claim) {
    index.remove(claim);
    changed.add(claim.owner());
  }

  private void grant(Claim claim) {
    index.add(claim);
    changed.add(claim.owner());
  }

  /** Puts those on the agenda whom the coming or going of a claim can matter to. */
  private void reconsider(Claim claim) {
    OwnerEntry entry = index.find(claim.owner());
    if (entry != null) {
      reconsiderAt(entry, claim);
    }
    if (claim.isCover(index.apex())) {
      index.below(claim.owner()).forEach(below -> agenda.addAll(below.outrankedBy(claim)));
    }
    if (index.hasCovers()) {
      reconsiderAbove(claim);
    }
  }

  private void reconsiderAt(OwnerEntry entry, Claim claim) {
    boolean anybody = claim.has(RRType.CNAME) || claim.isCover(index.apex());
    for (Candidate candidate : entry.outrankedBy(claim)) {
      if (anybody || candidate.minds(claim)) {
        agenda.add(candidate);
      }
    }
  }

  /** A zone of this name came or went below, which takes or gives back what lies there. */
  void reconsiderAtOrBelow(DomainName name) {
    reconsiderAllAt(name);
    index.below(name).forEach(entry -> agenda.addAll(entry.contenders()));
  }

  /** What the foremost of these versions delegates to came or went: see {@link ZonesBelow}. */
  private void reconsiderGlue(List<CompiledRecordSet> versions) {
    if (!versions.isEmpty()) {
      versions.getFirst().nameServers().forEach(this::reconsiderAllAt);
    }
  }

  private void reconsiderAllAt(DomainName owner) {
    OwnerEntry entry = index.find(owner);
    if (entry != null) {
      agenda.addAll(entry.contenders());
    }
  }

  private void reconsiderAbove(Claim claim) {
    boolean glue = claim.firstType(type -> type != RRType.A && type != RRType.AAAA) < 0;
    DomainName at = claim.owner();
    while (at.isBelow(index.apex())) {
      at = at.parent();
      for (Candidate cover : index.coversAt(at)) {
        if (claim.outranks(cover.age()) && !(glue && cover.hasNoDname())) {
          agenda.add(cover);
        }
      }
    }
  }
}
