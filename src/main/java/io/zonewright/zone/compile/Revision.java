package io.zonewright.zone.compile;

import io.zonewright.dns.Serial;
import io.zonewright.zone.catalog.ZoneCatalog;

/**
 * One step from what was described to what is described now, however many descriptions change in
 * it: first all changes are taken in, then {@link #publish} judges what they concern and publishes
 * once.
 */
final class Revision {
  private final Inventory inventory;
  private final Settlement settlement;

  Revision(Inventory inventory) {
    this.inventory = inventory;
    this.settlement = new Settlement(inventory);
  }

  void put(CatalogCompiler.ZoneInput input) {
    SourceId id = input.source().id();
    settlement.report(id);
    DescribedZone known = inventory.zone(id);
    if (known != null && known.isFrom(input) && !known.hasFailed()) {
      return;
    }
    if (known != null && known.age().equals(input.source().age())) {
      update(known, input);
    } else {
      replace(input);
    }
  }

  /** Whatever had the name of this resource is gone, and forgotten. */
  void replace(CatalogCompiler.ZoneInput input) {
    SourceId id = input.source().id();
    settlement.report(id);
    removeZone(id);
    DescribedZone zone =
        new DescribedZone(input, inventory.members(id), inventory.serials(), inventory.hosted());
    inventory.add(zone);
    settlement.concern(zone);
    settlement.concernMembers(zone);
    settlement.reportMembers(zone);
  }

  private void update(DescribedZone zone, CatalogCompiler.ZoneInput input) {
    settlement.concern(zone); // by the name that it had
    inventory.releaseApex(zone);
    if (zone.update(input)) {
      settlement.concernMembers(zone);
    }
    inventory.claimApex(zone);
    settlement.concern(zone);
  }

  void removeZone(SourceId id) {
    DescribedZone zone = inventory.zone(id);
    if (zone != null) {
      settlement.concern(zone);
      settlement.concernMembers(zone);
      inventory.remove(zone);
      zone.retire();
    }
  }

  void setSerial(SourceId id, Serial serial) {
    DescribedZone zone = inventory.zone(id);
    if (zone != null) {
      settlement.setSerial(zone, serial);
    }
  }

  void put(CatalogCompiler.RecordSetInput input) {
    SourceId id = input.source().id();
    settlement.reportRecordSet(id);
    Candidate known = inventory.recordSet(id);
    if (known != null && known.versions().isFrom(input)) {
      return;
    }
    if (known != null && known.age().equals(input.source().age())) {
      update(known, input);
    } else {
      replace(input);
    }
  }

  /** Whatever had the name of this resource is gone, and forgotten. */
  void replace(CatalogCompiler.RecordSetInput input) {
    settlement.reportRecordSet(input.source().id());
    removeRecordSet(input.source().id());
    Candidate candidate = new Candidate(input);
    inventory.add(candidate);
    settlement.concern(candidate);
  }

  private void update(Candidate candidate, CatalogCompiler.RecordSetInput input) {
    if (candidate.zone().equals(input.source().zone())) {
      candidate.update(input);
    } else {
      withdraw(candidate);
      candidate.update(input);
      inventory.add(candidate);
    }
    settlement.concern(candidate);
  }

  void removeRecordSet(SourceId id) {
    Candidate candidate = inventory.recordSet(id);
    if (candidate != null) {
      settlement.reportRecordSet(id);
      withdraw(candidate);
    }
  }

  private void withdraw(Candidate candidate) {
    settlement.dismiss(candidate);
    inventory.remove(candidate);
    settlement.leave(candidate);
  }

  /** Judges what the changes concern and publishes what follows, at once. */
  CatalogCompiler.Changes publish(ZoneCatalog catalog) {
    return settlement.publish(catalog);
  }
}
