package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.api.v1alpha1.ServerCounts;
import io.zonewright.dns.Serial;
import io.zonewright.zone.compile.Age;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneSource;
import io.zonewright.zone.compile.ZoneVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many servers a zone says that it is served by. */
class ZoneReportTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  static final ZoneSource SOURCE =
      new ZoneSource(
          new Age(Instant.EPOCH, new SourceId("default", "zone")),
          1,
          "contoso.com",
          300,
          new ZoneSource.Soa(null, "hostmaster.contoso.com.", 1, 1, 1, 1, 0),
          List.of(),
          false);

  private final DnsZone resource = new DnsZone();

  ZoneReportTest() {
    resource.setMetadata(new ObjectMeta());
  }

  @Test
  void aRestartOrASealDoesNotTakeTheServerBackAtOnce() {
    resource.setStatus(report(true, false));

    assertThat(report(false, true)).isEqualTo(resource.getStatus());
  }

  @Test
  void aProofThatStaysAwayTakesTheServerBackAndNotTheCondition() {
    resource.setStatus(report(true, false));

    DnsZoneStatus later = report(false, false);

    assertThat(later.servers()).isEqualTo(new ServerCounts(1, 0, "0/1"));
    assertThat(later.conditions()).isEqualTo(resource.getStatus().conditions());
  }

  @Test
  void patienceMakesNoServerOfNone() {
    assertThat(report(false, true).servers()).isEqualTo(new ServerCounts(1, 0, "0/1"));
  }

  @Test
  void theMessageNamesTheSerialAndTheFamiliesThatAnswered() {
    assertThat(ready(report(evidence(78, Reach.SERVED), false)))
        .isEqualTo("True Serial 78 is served over IPv4 and IPv6.");
  }

  @Test
  void aZoneThatIsNotReadySaysWhichFamilyDoesNotAnswer() {
    assertThat(ready(report(evidence(78, Reach.NO_TCP), true)))
        .isEqualTo(
            "False The newest serial is served over IPv4,"
                + " but not yet over IPv6 (no answer over TCP).");
  }

  @Test
  void aZoneThatIsReadySaysItAfterAWhile() {
    resource.setStatus(report(evidence(77, Reach.SERVED), false));
    assertThat(ready(report(evidence(78, Reach.SILENT), true)))
        .isEqualTo("True Serial 77 is served over IPv4 and IPv6.");

    assertThat(ready(report(evidence(78, Reach.SILENT), false)))
        .isEqualTo(
            "True The newest serial is served over IPv4, but not yet over IPv6 (no answer).");
  }

  @Test
  void aNewerSerialAloneIsADetail() {
    DnsZoneStatus before = report(evidence(77, Reach.SERVED), true);
    resource.setStatus(before);

    DnsZoneStatus after = report(evidence(78, Reach.SERVED), true);

    assertThat(ready(after)).contains("Serial 78");
    assertThat(after.conditions()).isNotEqualTo(before.conditions());
    assertThat(Conditions.withoutMessages(after.conditions()))
        .isEqualTo(Conditions.withoutMessages(before.conditions()));
  }

  private DnsZoneStatus report(boolean proven, boolean patient) {
    Evidence evidence = proven ? evidence(77, Reach.SERVED) : null;
    return report(new ZoneFacts(verdict(), "digest", Serial.of(77), evidence, proven), patient);
  }

  private DnsZoneStatus report(Evidence evidence, boolean patient) {
    return report(
        new ZoneFacts(verdict(), "digest", Serial.of(78), evidence, evidence.isComplete()),
        patient);
  }

  private DnsZoneStatus report(ZoneFacts facts, boolean patient) {
    return ZoneReport.of(resource, facts, null, patient, NOON);
  }

  private static ZoneVerdict verdict() {
    return new ZoneVerdict(1, SOURCE, null, 1, List.of(), new ZoneVerdict.Counts(0, 0, 0, 0));
  }

  private static Evidence evidence(long serial, Reach ipv6) {
    return new Evidence(
        Serial.of(serial), Map.of(AddressFamily.IPV4, Reach.SERVED, AddressFamily.IPV6, ipv6));
  }

  private static String ready(DnsZoneStatus status) {
    Condition ready = status.conditions().getFirst();
    return ready.getStatus() + " " + ready.getMessage();
  }
}
