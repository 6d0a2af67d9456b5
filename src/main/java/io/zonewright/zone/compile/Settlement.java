package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a revision concerns: who owns which zone name, then who holds which owner name, then
 * what is served and what became of each resource.
 */
final class Settlement {
  private final Inventory inventory;

  private final Set<DomainName> apexes = new LinkedHashSet<>();
  private final Set<DescribedZone> zones = new LinkedHashSet<>();
  private final Set<Candidate> candidates = new LinkedHashSet<>();
  private final List<Candidate> judged = new ArrayList<>();

  private final Set<SourceId> changedZones = new LinkedHashSet<>();
  private final Set<SourceId> changedRecordSets = new LinkedHashSet<>();

  Settlement(Inventory inventory) {
    this.inventory = inventory;
  }

  /** Lists a zone among the changes whatever becomes of it. */
  void report(SourceId zone) {
    changedZones.add(zone);
  }

  /** Lists a record set among the changes whatever becomes of it. */
  void reportRecordSet(SourceId recordSet) {
    changedRecordSets.add(recordSet);
  }

  /** Lists the record sets that name a zone among the changes whatever becomes of them. */
  void reportMembers(DescribedZone zone) {
    inventory.members(zone.id()).candidates().forEach(member -> reportRecordSet(member.id()));
  }

  void concern(DescribedZone zone) {
    zones.add(zone);
    DomainName apex = zone.apex();
    if (apex != null) {
      apexes.add(apex);
    }
  }

  void setSerial(DescribedZone zone, Serial serial) {
    guarded(
        zone,
        () -> {
          if (zone.setSerial(serial)) {
            concern(zone);
          }
        });
  }

  void concernMembers(DescribedZone zone) {
    inventory.members(zone.id()).candidates().forEach(candidates::add);
  }

  void concern(Candidate candidate) {
    candidates.add(candidate);
  }

  /** A record set is to go: only its zone is concerned. */
  void dismiss(Candidate candidate) {
    candidates.remove(candidate);
    concernZoneOf(candidate);
  }

  /** Lets a record set give up what it holds. */
  void leave(Candidate candidate) {
    DescribedZone zone = inventory.zone(candidate.zone());
    if (zone == null) {
      candidate.leave();
    } else {
      guarded(zone, candidate::leave);
    }
  }

  CatalogCompiler.Changes publish(ZoneCatalog catalog) {
    candidates.forEach(this::concernIfFailed);
    apexes.forEach(this::settleOwnership);
    List.copyOf(apexes).forEach(this::settleHosting);
    zones.removeIf(zone -> inventory.zone(zone.id()) != zone);
    zones.stream().filter(zone -> zone.apex() == null).forEach(zone -> settle(zone, null));
    candidates.forEach(this::place);
    zones.forEach(this::compile);
    new Publication(inventory, apexes).to(catalog);
    judged.forEach(this::conclude);
    zones.stream().filter(DescribedZone::conclude).forEach(zone -> report(zone.id()));
    return new CatalogCompiler.Changes(changedZones, changedRecordSets);
  }

  private void settleOwnership(DomainName apex) {
    DescribedZone owner = inventory.owner(apex);
    for (DescribedZone zone : inventory.claimants(apex)) {
      zones.add(zone);
      settle(zone, owner);
    }
  }

  /** Those above a name that comes into or out of the catalog lose or regain what lies there. */
  private void settleHosting(DomainName apex) {
    if (!inventory.hosted().note(apex, inventory.owner(apex) != null)) {
      return;
    }
    for (DomainName at = apex; !at.isRoot(); ) {
      at = at.parent();
      DescribedZone above = inventory.owner(at);
      if (above != null) {
        reconsiderAtOrBelow(apex, above);
      }
    }
  }

  private void reconsiderAtOrBelow(DomainName name, DescribedZone zone) {
    ZoneCompiler compiler = zone.compiler();
    if (compiler != null) {
      concern(zone);
      guarded(zone, () -> compiler.reconsiderAtOrBelow(name));
    }
  }

  /** A zone that failed starts anew when one of its record sets changes. */
  private void concernIfFailed(Candidate candidate) {
    DescribedZone zone = inventory.zone(candidate.zone());
    if (zone != null && zone.hasFailed()) {
      concern(zone);
    }
  }

  private void settle(DescribedZone zone, @Nullable DescribedZone owner) {
    guarded(
        zone,
        () -> {
          if (zone.settle(owner)) {
            concernMembers(zone);
          }
        });
  }

  /** A fault in what concerns one zone is its own and no other's. */
  private void guarded(DescribedZone zone, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | StackOverflowError fault) {
      zone.fail(Fault.in("DnsZone " + zone.id(), fault));
      concern(zone);
      Finding finding = Admission.zoneNotReady(zone.id());
      inventory.members(zone.id()).candidates().forEach(member -> stayOut(member, finding));
    }
  }

  private void place(Candidate candidate) {
    DescribedZone zone = concernZoneOf(candidate);
    if (zone == null) {
      stayOut(candidate, Admission.zoneNotFound(candidate.zone()));
    } else if (zone.compiler() == null) {
      stayOut(candidate, Admission.zoneNotReady(candidate.zone()));
    } else {
      ZoneCompiler arena = zone.compiler();
      guarded(zone, () -> arena.enter(candidate));
    }
  }

  private void stayOut(Candidate candidate, Finding finding) {
    candidate.stayOut(finding);
    judged.add(candidate);
  }

  private @Nullable DescribedZone concernZoneOf(Candidate candidate) {
    DescribedZone zone = inventory.zone(candidate.zone());
    if (zone != null) {
      concern(zone);
    }
    return zone;
  }

  private void compile(DescribedZone zone) {
    ZoneCompiler compiler = zone.compiler();
    if (compiler != null) {
      guarded(
          zone,
          () -> {
            judged.addAll(compiler.settle());
            compiler.amend();
            zone.countVersion();
          });
    }
  }

  private void conclude(Candidate candidate) {
    DescribedZone zone = inventory.zone(candidate.zone());
    RecordSetVerdict before = candidate.verdict();
    if (candidate.conclude(zone == null ? 0 : zone.version())) {
      inventory.members(candidate.zone()).recount(before, candidate.verdict());
      reportRecordSet(candidate.id());
    }
  }
}
