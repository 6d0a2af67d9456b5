package io.zonewright.zone.compile;

import io.zonewright.dns.Serial;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all descriptions, judges them, and publishes the zones that follow from them.
 *
 * <p>Not thread-safe: one writer at a time. What one changed record set costs does not grow with
 * its zone. The outcome is a function of the descriptions alone, in whatever order they came.
 */
public final class CatalogCompiler {
  private final ZoneCatalog catalog;
  private final Inventory inventory = new Inventory();

  /** Publishes to the given catalog. */
  public CatalogCompiler(ZoneCatalog catalog) {
    this.catalog = catalog;
  }

  /** Resources whose verdict may have changed, the one that was put or removed included. */
  public record Changes(Set<SourceId> zones, Set<SourceId> recordSets) {}

  /** A zone with what was last accepted of it, or null. */
  public record ZoneInput(ZoneSource source, @Nullable ZoneSource lastGood) {}

  /** A record set with what was last accepted of it, or null. */
  public record RecordSetInput(RecordSetSource source, @Nullable LastGood lastGood) {}

  /** Takes a whole world at once, with one publish at the end. */
  public Changes load(Collection<ZoneInput> zones, Collection<RecordSetInput> recordSets) {
    Revision revision = new Revision(inventory);
    zones.forEach(revision::put);
    recordSets.forEach(revision::put);
    return revision.publish(catalog);
  }

  /** Adds or replaces a zone and publishes. */
  public Changes putZone(ZoneInput input) {
    Revision revision = new Revision(inventory);
    revision.put(input);
    return revision.publish(catalog);
  }

  /** Removes a zone and publishes; does nothing if it is absent. */
  public Changes removeZone(SourceId id) {
    Revision revision = new Revision(inventory);
    revision.removeZone(id);
    return revision.publish(catalog);
  }

  /** Adds or replaces a record set and publishes. */
  public Changes putRecordSet(RecordSetInput input) {
    Revision revision = new Revision(inventory);
    revision.put(input);
    return revision.publish(catalog);
  }

  /** Removes a record set and publishes; does nothing if it is absent. */
  public Changes removeRecordSet(SourceId id) {
    Revision revision = new Revision(inventory);
    revision.removeRecordSet(id);
    return revision.publish(catalog);
  }

  /** Serves the zone of this resource with the given serial from now on. */
  public void setSerial(SourceId zone, Serial serial) {
    Revision revision = new Revision(inventory);
    revision.setSerial(zone, serial);
    revision.publish(catalog);
  }

  /** What became of a zone, or null if it is absent. */
  public @Nullable ZoneVerdict zone(SourceId id) {
    DescribedZone zone = inventory.zone(id);
    return zone == null ? null : zone.verdict();
  }

  /** What became of a record set, or null if it is absent. */
  public @Nullable RecordSetVerdict recordSet(SourceId id) {
    Candidate candidate = inventory.recordSet(id);
    return candidate == null ? null : candidate.verdict();
  }
}
