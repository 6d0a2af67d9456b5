package io.zonewright.zone.compile;

import org.jspecify.annotations.Nullable;

/**
 * The description of a record set, as a user wrote it and not yet checked.
 *
 * @param age which resource, and how old
 * @param generation the generation of the resource that says so
 * @param zoneRef the name of the DnsZone it belongs to, a resource of the same namespace
 * @param name the owner name relative to the zone, {@code @} for the apex
 * @param type a mnemonic, {@code TYPEnnn}, or {@code A+AAAA}
 * @param ttl in seconds, or null for the default of the zone
 * @param data the records
 */
public record RecordSetSource(
    Age age,
    long generation,
    String zoneRef,
    String name,
    String type,
    @Nullable Integer ttl,
    RecordData data) {
  /** Which resource this is. */
  public SourceId id() {
    return age.id();
  }

  /** The resource of the zone it belongs to. */
  public SourceId zone() {
    return new SourceId(id().namespace(), zoneRef);
  }
}
