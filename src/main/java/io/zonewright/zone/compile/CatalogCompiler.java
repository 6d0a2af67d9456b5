package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all descriptions, judges them, and publishes the zones that follow from them.
 *
 * <p>Not thread-safe: one writer at a time. What one changed record set costs does not grow with
 * its zone. The outcome is a function of the descriptions alone, in whatever order they came.
 */
public final class CatalogCompiler {
  private final ZoneCatalog catalog;
  private final Inventory inventory;

  /** Publishes to the given catalog. */
  public CatalogCompiler(ZoneCatalog catalog) {
    this(catalog, new Inventory());
  }

  CatalogCompiler(ZoneCatalog catalog, Inventory inventory) {
    this.catalog = catalog;
    this.inventory = inventory;
  }

  /** Resources whose verdict may have changed, the one that was put or removed included. */
  public record Changes(Set<SourceId> zones, Set<SourceId> recordSets) {}

  /**
   * A zone and what is known of it from before.
   *
   * @param source the description
   * @param lastGood what was last accepted of it, or null
   * @param serial the least to serve it with when it is new here, or null
   */
  public record ZoneInput(
      ZoneSource source, @Nullable ZoneSource lastGood, @Nullable Serial serial) {
    /** A zone that has no serial yet. */
    public ZoneInput(ZoneSource source, @Nullable ZoneSource lastGood) {
      this(source, lastGood, null);
    }
  }

  /** A record set with what was last accepted of it, or null. */
  public record RecordSetInput(RecordSetSource source, @Nullable LastGood lastGood) {}

  /** Takes a whole world at once, with one publish at the end. */
  public Changes load(Collection<ZoneInput> zones, Collection<RecordSetInput> recordSets) {
    return revise(
        revision -> {
          zones.forEach(revision::put);
          recordSets.forEach(revision::put);
        });
  }

  /** Adds a zone or describes it anew, and publishes. */
  public Changes putZone(ZoneInput input) {
    return revise(revision -> revision.put(input));
  }

  /** Puts a zone in the place of another resource of the same name, at once. */
  public Changes replaceZone(ZoneInput input) {
    return revise(revision -> revision.replace(input));
  }

  /** Removes a zone and publishes; does nothing if it is absent. */
  public Changes removeZone(SourceId id) {
    return revise(revision -> revision.removeZone(id));
  }

  /** Adds a record set or describes it anew, and publishes. */
  public Changes putRecordSet(RecordSetInput input) {
    return revise(revision -> revision.put(input));
  }

  /** Puts a record set in the place of another resource of the same name, at once. */
  public Changes replaceRecordSet(RecordSetInput input) {
    return revise(revision -> revision.replace(input));
  }

  /** Removes a record set and publishes; does nothing if it is absent. */
  public Changes removeRecordSet(SourceId id) {
    return revise(revision -> revision.removeRecordSet(id));
  }

  /** Serves the zone of this resource with the given serial from now on, never with a lower one. */
  public void setSerial(SourceId zone, Serial serial) {
    revise(revision -> revision.setSerial(zone, serial));
  }

  private Changes revise(Consumer<Revision> change) {
    Revision revision = new Revision(inventory);
    change.accept(revision);
    return revision.publish(catalog);
  }

  /** What became of a zone, or null if it is absent. */
  public @Nullable ZoneVerdict zone(SourceId id) {
    DescribedZone zone = inventory.zone(id);
    return zone == null ? null : zone.verdict();
  }

  /** The older zone that owns the name which this one wants; null if it has it itself. */
  public @Nullable SourceId rival(SourceId id) {
    DescribedZone zone = inventory.zone(id);
    DomainName apex = zone == null ? null : zone.apex();
    DescribedZone owner = apex == null ? null : inventory.owner(apex);
    return owner == null || owner.id().equals(id) ? null : owner.id();
  }

  /** What became of a record set, or null if it is absent. */
  public @Nullable RecordSetVerdict recordSet(SourceId id) {
    Candidate candidate = inventory.recordSet(id);
    return candidate == null ? null : candidate.verdict();
  }
}
