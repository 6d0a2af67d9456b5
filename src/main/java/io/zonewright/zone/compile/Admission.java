package io.zonewright.zone.compile;

/** Why a record set is not even looked at. */
final class Admission {
  private Admission() {}

  /** Says the same whether that zone exists or not. */
  static Finding notAllowed(SourceId zone) {
    return new Finding(
        Reason.NOT_ALLOWED_BY_ZONE,
        "spec.zoneRef.namespace",
        "DnsZone "
            + zone
            + " lets no record set of another namespace in; create the record set in namespace "
            + zone.namespace());
  }

  static Finding zoneNotFound(SourceId zone) {
    return new Finding(
        Reason.ZONE_NOT_FOUND,
        "spec.zoneRef.name",
        "waits for DnsZone %s, which does not exist".formatted(zone));
  }

  static Finding zoneNotReady(SourceId zone) {
    return new Finding(
        Reason.ZONE_NOT_READY,
        "spec.zoneRef.name",
        "waits for DnsZone %s, which is not served; its status says why".formatted(zone));
  }
}
