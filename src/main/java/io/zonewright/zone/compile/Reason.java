package io.zonewright.zone.compile;

/**
 * Why a resource is not served as written. The names are API: they stand in conditions and in the
 * documentation.
 */
public enum Reason {
  /** The zone that a record set names does not exist. It waits. */
  ZONE_NOT_FOUND("ZoneNotFound", true),
  /** The zone exists but is not served itself. The record set waits. */
  ZONE_NOT_READY("ZoneNotReady", true),
  /** Another record set, or the zone's own name servers, hold this owner name and type. */
  NAME_CONFLICT("NameConflict", false),
  /** A CNAME or DNAME excludes this data, or this data excludes the CNAME or DNAME. */
  CNAME_CONFLICT("CnameConflict", false),
  /** The name lies at or below a zone cut or another zone, where this data is never served. */
  BELOW_DELEGATION("BelowDelegation", false),
  /** The name would lie outside of the zone. */
  OUT_OF_ZONE("OutOfZone", false),
  /** A field holds something that is not valid; the message says which and what to write. */
  INVALID_DATA("InvalidData", false),
  /** Another DnsZone holds this zone name. */
  DUPLICATE_ZONE("DuplicateZone", false),
  /** A fault of the compiler itself; nothing is known to be wrong with the description. */
  INTERNAL_ERROR("InternalError", false);

  private final String text;
  private final boolean waits;

  Reason(String text, boolean waits) {
    this.text = text;
    this.waits = waits;
  }

  /** The reason as it stands in a condition. */
  public String text() {
    return text;
  }

  /** Whether something else in the zone has what a record set wants. */
  public boolean isConflict() {
    return this == NAME_CONFLICT || this == CNAME_CONFLICT || this == BELOW_DELEGATION;
  }

  /** Whether it may resolve by itself (Reconciling), rather than by the user's action (Stalled). */
  public boolean waits() {
    return waits;
  }
}
