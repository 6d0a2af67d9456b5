package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** How many servers a zone says that it is served by. */
class ZoneReportTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final ZoneSource SOURCE =
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

  private DnsZoneStatus report(boolean proven, boolean patient) {
    ZoneVerdict verdict =
        new ZoneVerdict(1, SOURCE, null, 1, List.of(), new ZoneVerdict.Counts(0, 0, 0, 0));
    ZoneFacts facts = new ZoneFacts(verdict, "digest", Serial.of(77), proven, proven);
    return ZoneReport.of(resource, facts, null, patient, NOON);
  }
}
