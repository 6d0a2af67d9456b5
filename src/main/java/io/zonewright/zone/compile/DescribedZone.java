package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.zone.ContentDigest;
import io.zonewright.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A DnsZone: what it wants, and what is served for it. */
final class DescribedZone {
  private final Age age;
  private final ZoneVersions versions;
  private final Members members;
  private final ServedSerials serials;
  private final HostedNames hosted;
  private @Nullable DomainName apex;
  private @Nullable Serial serial;

  private @Nullable ZoneCompiler compiler;
  private @Nullable ZoneSource served;
  private List<Finding> findings = List.of();
  private @Nullable Zone stuck;
  private boolean failed;

  private @Nullable ContentDigest digest;
  private long version;
  private @Nullable ZoneVerdict verdict;

  DescribedZone(
      CatalogCompiler.ZoneInput input, Members members, ServedSerials serials, HostedNames hosted) {
    this.age = input.source().age();
    this.versions = new ZoneVersions(input);
    this.members = members;
    this.serials = serials;
    this.hosted = hosted;
    this.apex = versions.apex();
    this.serial = input.serial();
  }

  Age age() {
    return age;
  }

  SourceId id() {
    return age.id();
  }

  @Nullable DomainName apex() {
    return apex;
  }

  /** Makes and takes the versions of what is served; null while nothing is. */
  @Nullable ZoneCompiler compiler() {
    return compiler;
  }

  /** What is to be answered; null if nothing is. */
  @Nullable Zone zone() {
    return compiler == null ? stuck : compiler.zone();
  }

  /** Counts the changes of content. */
  long version() {
    return version;
  }

  @Nullable ZoneVerdict verdict() {
    return verdict;
  }

  boolean isFrom(CatalogCompiler.ZoneInput input) {
    return versions.isFrom(input);
  }

  /** Takes another description; true if that has another name, so that nothing is served yet. */
  boolean update(CatalogCompiler.ZoneInput input) {
    DomainName before = apex;
    versions.update(input);
    apex = versions.apex();
    boolean renamed = !Objects.equals(before, apex);
    if (renamed) {
      retire();
    }
    return renamed;
  }

  /** Serves nothing from now on. */
  void retire() {
    recover();
    compiler = null;
    served = null;
    digest = null;
  }

  /**
   * Takes no more part with what may have become inconsistent: the version that was published last
   * stays until the next change, which starts anew.
   */
  void fail(Finding fault) {
    ZoneVerdict last = published();
    stuck = last == null ? null : last.zone();
    served = last == null ? null : last.served();
    compiler = null;
    findings = List.of(fault);
    failed = true;
  }

  /** The last verdict, if something of the present name was served. */
  private @Nullable ZoneVerdict published() {
    Zone zone = verdict == null ? null : verdict.zone();
    return zone != null && Objects.equals(zone.apex(), apex) ? verdict : null;
  }

  /** Whether it is to start anew with the next change. */
  boolean hasFailed() {
    return failed;
  }

  private void recover() {
    stuck = null;
    failed = false;
  }

  /**
   * Serves what it can, if it owns its name.
   *
   * @param owner the resource that owns the name of this zone, this one or another; null if the
   *     name cannot be read
   * @return whether its record sets must be looked at again
   */
  boolean settle(@Nullable DescribedZone owner) {
    findings = new ArrayList<>(versions.findings());
    if (owner != null && owner != this) {
      findings.addFirst(duplicate(owner));
    }
    ZoneVersions.Version best = owner == this ? versions.best() : null;
    if (best == null) {
      boolean served = compiler != null;
      retire();
      return served;
    }
    return serve(best);
  }

  private boolean serve(ZoneVersions.Version best) {
    served = best.source();
    if (findings.isEmpty()) {
      versions.remember(best);
    }
    if (compiler == null) {
      compiler = new ZoneCompiler(id(), best.zone(), serial(best), hosted);
      recover();
      return true;
    }
    return compiler.describe(best.zone(), serial(best));
  }

  private Serial serial(ZoneVersions.Version best) {
    Serial wanted =
        serial != null
            ? serial
            : Serial.of(Math.max(1, best.zone().soa().minimumSerial().toLong()));
    Serial raised = serials.raise(best.zone().apex(), wanted);
    serial = raised;
    return raised;
  }

  /** Takes a serial, now or when it is served; true if the served version has another one. */
  boolean setSerial(Serial next) {
    if (compiler == null) {
      serial = next;
      return false;
    }
    Serial raised = serials.raise(compiler.zone().apex(), next);
    serial = raised;
    if (compiler.zone().serial().equals(raised)) {
      return false;
    }
    compiler.renumber(raised);
    return true;
  }

  private Finding duplicate(DescribedZone owner) {
    String holder =
        owner.id().namespace().equals(id().namespace())
            ? "DnsZone " + owner.id()
            : "a DnsZone of another namespace";
    return new Finding(
        Reason.DUPLICATE_ZONE,
        "spec.zoneName",
        "%s belongs to %s, which is older".formatted(versions.source().zoneName(), holder));
  }

  /** Counts a change of content in what is served now. */
  void countVersion() {
    ContentDigest next = compiler == null ? null : compiler.zone().digest();
    if (next != null && !next.equals(digest)) {
      digest = next;
      version++;
    }
  }

  /** Forms the verdict; true if it is another one than before. */
  boolean conclude() {
    Zone zone = zone();
    ZoneVerdict next =
        new ZoneVerdict(
            versions.source().generation(),
            served,
            zone,
            version,
            List.copyOf(findings),
            members.counts());
    boolean changed = !next.equals(verdict);
    verdict = next;
    return changed;
  }
}
