package io.zonewright.operator.status;

import io.zonewright.api.v1alpha1.DnsZoneSpec;
import io.zonewright.api.v1alpha1.NameServer;
import io.zonewright.api.v1alpha1.SiblingAddresses;
import io.zonewright.api.v1alpha1.Soa;
import io.zonewright.zone.compile.ZoneSource;

/** The description that is served, as the status keeps it. */
final class AcceptedSpec {
  private AcceptedSpec() {}

  static DnsZoneSpec of(ZoneSource served) {
    return new DnsZoneSpec(
        served.zoneName(),
        served.defaultTtl(),
        soa(served.soa()),
        served.nameServers().stream()
            .map(server -> new NameServer(server.name(), server.addresses()))
            .toList(),
        served.siblingAddresses() ? SiblingAddresses.ADDITIONAL : SiblingAddresses.NEVER);
  }

  private static Soa soa(ZoneSource.Soa soa) {
    return new Soa(
        soa.primary(),
        soa.mailbox(),
        soa.minimumSerial() == 0 ? null : Long.valueOf(soa.minimumSerial()),
        soa.refresh(),
        soa.retry(),
        soa.expire(),
        soa.negativeTtl());
  }
}
