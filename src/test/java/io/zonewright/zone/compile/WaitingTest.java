package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingTest {
  private final World world = new World();

  @Test
  void aRecordSetWaitsForItsZone() {
    world.with(recordSet("web", 1).a("www", "192.0.2.1"));
    assertThat(world.reason("web")).isEqualTo(Reason.ZONE_NOT_FOUND);

    assertThat(world.put(Zones.contoso()).recordSets()).contains(new SourceId("default", "web"));

    assertThat(world.reason("web")).isNull();
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
  }

  @Test
  void whatIsWrongWithOneThatWaitsForAZoneIsSaidFirst() {
    world.with(recordSet("web", 1).ttl(-1).a("www", "192.0.02.1"));
    assertThat(world.reasons("web"))
        .containsExactly(Reason.INVALID_DATA, Reason.INVALID_DATA, Reason.ZONE_NOT_FOUND);

    world.put(Zones.zone("contoso", 1).broken("contoso.com"));
    assertThat(world.reasons("web"))
        .containsExactly(Reason.INVALID_DATA, Reason.INVALID_DATA, Reason.ZONE_NOT_READY);
    assertThat(world.zoneVerdict(Zones.CONTOSO).counts().rejected()).isEqualTo(1);
  }

  @Test
  void whatWasWrongInAZoneOnlyIsNotSaidWithoutIt() {
    String longest = "x".repeat(63);
    String apex = String.join(".", longest, longest, longest);
    world.put(Zones.zone("contoso", 1).named(apex));
    world.with(recordSet("web", 1).a(longest, "192.0.2.1"));
    assertThat(world.reasons("web")).containsExactly(Reason.INVALID_DATA);

    world.compiler.removeZone(Zones.CONTOSO);

    assertThat(world.reasons("web")).containsExactly(Reason.ZONE_NOT_FOUND);
  }

  @Test
  void aRecordSetWaitsAgainWhenItsZoneGoes() {
    world.put(Zones.contoso());
    world.with(recordSet("web", 1).a("www", "192.0.2.1"));

    world.compiler.removeZone(Zones.CONTOSO);

    assertThat(world.reason("web")).isEqualTo(Reason.ZONE_NOT_FOUND);
    assertThat(world.verdict("web").serving()).isNull();
    assertThat(world.serves("contoso.com")).isFalse();
  }

  @Test
  void aRecordSetNamesAZoneOfItsOwnNamespace() {
    world.put(Zones.contoso());
    world.with(recordSet("team", "web", 1).a("www", "192.0.2.1"));

    RecordSetVerdict verdict = world.verdict(new SourceId("team", "web"));
    assertThat(verdict.findings())
        .extracting(Finding::text)
        .containsExactly("spec.zoneRef.name: waits for DnsZone team/contoso, which does not exist");
    assertThat(world.typesAt("www")).isEmpty();
  }

  @Test
  void aRecordSetCanMoveToAnotherZone() {
    world.put(Zones.contoso());
    world.put(Zones.zone("other", 1).named("fabrikam.com"));
    world.with(recordSet("web", 1).a("www", "192.0.2.1"));

    world.with(recordSet("web", 1).generation(2).in("other").a("www", "192.0.2.1"));

    assertThat(world.typesAt("www")).isEmpty();
    assertThat(world.zone("fabrikam.com").nodeCount()).isEqualTo(2);
    assertThat(world.zoneVerdict(Zones.CONTOSO).counts().total()).isZero();
    assertThat(world.zoneVerdict(new SourceId("default", "other")).counts().programmed())
        .isEqualTo(1);
  }
}
