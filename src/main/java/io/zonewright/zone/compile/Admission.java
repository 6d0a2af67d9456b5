package io.zonewright.zone.compile;

/** Why a record set is not even looked at. */
final class Admission {
  private Admission() {}

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
