package io.zonewright.zone.compile;

import io.zonewright.dns.RRType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record set in the contest for owner names: what it wants and what it got. */
final class Candidate implements Comparable<Candidate> {
  /** Types that are at odds with others at their owner name, or below it. */
  private static final Set<Integer> EXCLUSIVE = Set.of(RRType.CNAME, RRType.NS, RRType.DNAME);

  private final Age age;
  private final RecordSetVersions versions;

  /** Where it contends; null while its zone is not served. */
  private @Nullable ZoneCompiler arena;

  private @Nullable CompiledRecordSet serving;
  private @Nullable Claim claim;
  private List<Finding> findings = List.of();

  private @Nullable Claim concludedClaim;
  private @Nullable RecordSetVerdict verdict;

  Candidate(CatalogCompiler.RecordSetInput input) {
    this.age = input.source().age();
    this.versions = new RecordSetVersions(input);
  }

  Age age() {
    return age;
  }

  SourceId id() {
    return age.id();
  }

  /** The resource of the zone that it names. */
  SourceId zone() {
    return versions.source().zone();
  }

  RecordSetVersions versions() {
    return versions;
  }

  @Nullable ZoneCompiler arena() {
    return arena;
  }

  /** Contends in a zone, where it holds nothing yet. */
  void enter(ZoneCompiler zone) {
    if (arena != zone) {
      arena = zone;
      stand(null, List.of());
      concludedClaim = null;
    }
  }

  /** Gives up what it holds, whatever becomes of the contest. */
  void leave() {
    try {
      if (arena != null) {
        arena.leave(this);
      }
    } finally {
      arena = null;
      stand(null, List.of());
      verdict = null;
    }
  }

  /** Takes another description, which may name another zone. */
  void update(CatalogCompiler.RecordSetInput input) {
    versions.update(input);
  }

  /** Stays out of the contest for the given reason. What is wrong in any zone is said first. */
  void stayOut(Finding finding) {
    arena = null;
    List<Finding> all = new ArrayList<>(versions.findingsInAnyZone());
    all.add(finding);
    stand(null, List.copyOf(all));
  }

  /**
   * What the contest gave.
   *
   * @param version what is served, or null
   * @param findings why that is not the current generation
   */
  void stand(@Nullable CompiledRecordSet version, List<Finding> findings) {
    this.findings = findings;
    if (!Objects.equals(version, serving)) {
      serving = version;
      claim = version == null ? null : Claim.ofRecordSet(age, version);
    }
  }

  List<Finding> findings() {
    return findings;
  }

  /** Whether a claim of ordinary data at its owner name can be in its way. */
  boolean minds(Claim claim) {
    for (CompiledRecordSet version : versions.all()) {
      for (int type : version.claims()) {
        if (EXCLUSIVE.contains(type) || claim.has(type)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether no version of it is a DNAME, so that glue below it is none of its business. */
  boolean hasNoDname() {
    return versions.all().stream().noneMatch(version -> version.claims().contains(RRType.DNAME));
  }

  @Nullable Claim claim() {
    return claim;
  }

  @Nullable RecordSetVerdict verdict() {
    return verdict;
  }

  /**
   * Forms the verdict; true if it is another one than before.
   *
   * @param zoneVersion the version of the zone that is published now
   */
  boolean conclude(long zoneVersion) {
    RecordSetVerdict next =
        new RecordSetVerdict(
            versions.source().generation(), serving, findings, servedSince(zoneVersion));
    concludedClaim = claim;
    boolean changed = !next.equals(verdict);
    verdict = next;
    return changed;
  }

  private long servedSince(long zoneVersion) {
    if (claim == null) {
      return 0;
    }
    return verdict != null && concludedClaim != null && sameData(claim, concludedClaim)
        ? verdict.zoneVersion()
        : zoneVersion;
  }

  private static boolean sameData(Claim one, Claim other) {
    return one.owner().equals(other.owner()) && one.rrsets().equals(other.rrsets());
  }

  @Override
  public int compareTo(Candidate other) {
    return age.compareTo(other.age);
  }
}
