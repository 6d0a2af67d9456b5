package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastGoodTest {
  private final World world = World.withContoso();

  @Test
  void anInvalidGenerationKeepsTheLastGoodOneServed() {
    world.with(
        recordSet("web", 1).a("www", "192.0.2.1"), recordSet("web", 1).generation(2).broken("www"));

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
    assertThat(world.reason("web")).isEqualTo(Reason.INVALID_DATA);
    assertThat(world.verdict("web").accepted()).isFalse();
    assertThat(world.verdict("web").generation()).isEqualTo(2);
    assertThat(world.serving("web").generation()).isEqualTo(1);
  }

  @Test
  void aRestartFindsTheLastGoodOneInTheStatus() {
    LastGood status = new LastGood(1, "www.contoso.com.", 60, List.of("A 192.0.2.1"));

    world.with(recordSet("web", 1).generation(2).lastGood(status).broken("www"));

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
    assertThat(world.serving("web").ttl()).isEqualTo(60);
    assertThat(world.serving("web").generation()).isEqualTo(1);
  }

  @Test
  void withoutALastGoodOneNothingIsServed() {
    world.with(recordSet("web", 1).broken("www"));

    assertThat(world.verdict("web").serving()).isNull();
    assertThat(world.verdict("web").zoneVersion()).isZero();
    assertThat(world.typesAt("www")).isEmpty();
  }

  @Test
  void aGenerationThatLosesAConflictKeepsTheLastGoodOneToo() {
    world.with(
        recordSet("other", 1).a("web", "192.0.2.9"),
        recordSet("web", 2).a("www", "192.0.2.1"),
        recordSet("web", 2).generation(2).a("web", "192.0.2.1"));

    assertThat(world.reason("web")).isEqualTo(Reason.NAME_CONFLICT);
    assertThat(world.serving("web").generation()).isEqualTo(1);
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
    assertThat(world.addressesAt("web")).containsExactly("192.0.2.9");
  }

  @Test
  void theLastGoodOneMustBeFreeItself() {
    LastGood status = new LastGood(1, "www.contoso.com.", 60, List.of("A 192.0.2.1"));

    world.with(
        recordSet("other", 1).a("www", "192.0.2.9"),
        recordSet("web", 2).generation(2).lastGood(status).broken("www"));

    assertThat(world.verdict("web").serving()).isNull();
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.9");
    world.remove("other");
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
  }

  @Test
  void whatIsServedFromTheLastGoodOneBlocksYoungerOnes() {
    world.with(
        recordSet("web", 1).a("www", "192.0.2.1"),
        recordSet("web", 1).generation(2).broken("www"),
        recordSet("younger", 2).a("www", "192.0.2.2"));

    assertThat(world.reason("younger")).isEqualTo(Reason.NAME_CONFLICT);
  }

  @Test
  void aCorrectedGenerationIsServed() {
    world.with(
        recordSet("web", 1).a("www", "192.0.2.1"),
        recordSet("web", 1).generation(2).broken("www"),
        recordSet("web", 1).generation(3).a("www", "192.0.2.3"));

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.3");
    assertThat(world.reason("web")).isNull();
  }

  @Test
  void aNewResourceOfTheSameNameRemembersNothing() {
    world.with(
        recordSet("web", 1).generation(7).a("www", "192.0.2.1"), recordSet("web", 5).broken("www"));

    assertThat(world.verdict("web").serving()).isNull();
  }

  @Test
  void theLastGoodOneOutlivesTheAbsenceOfItsZone() {
    world.with(
        recordSet("web", 1).a("www", "192.0.2.1"), recordSet("web", 1).generation(2).broken("www"));

    world.compiler.removeZone(Zones.CONTOSO);
    world.put(Zones.contoso());

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
  }

  @Test
  void anInvalidZoneIsServedFromItsLastGoodDescription() {
    world.with(recordSet("web", 1).a("www", "192.0.2.1"));

    world.put(Zones.zone("contoso", 1).generation(2).broken("contoso.com"));

    ZoneVerdict verdict = world.zoneVerdict(Zones.CONTOSO);
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.findings().getFirst().reason()).isEqualTo(Reason.INVALID_DATA);
    assertThat(verdict.served()).isEqualTo(Zones.contoso().source());
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
    assertThat(world.reason("web")).isNull();
  }

  @Test
  void aRestartFindsTheLastGoodZoneInTheStatus() {
    World restarted = new World();

    restarted.put(
        Zones.zone("contoso", 1)
            .generation(2)
            .lastGood(Zones.contoso().source())
            .broken("contoso.com"));

    assertThat(restarted.zoneVerdict(Zones.CONTOSO).served()).isEqualTo(Zones.contoso().source());
    assertThat(restarted.zone().soa()).isNotNull();
  }

  @Test
  void anInvalidZoneWithoutALastGoodOneIsKnownButUnavailable() {
    World fresh = new World();

    fresh.put(Zones.zone("contoso", 1).broken("contoso.com"));
    fresh.with(recordSet("web", 1).a("www", "192.0.2.1"));

    assertThat(fresh.entry("contoso.com").zone()).isNull();
    assertThat(fresh.zoneVerdict(Zones.CONTOSO).zone()).isNull();
    assertThat(fresh.reason("web")).isEqualTo(Reason.ZONE_NOT_READY);
  }

  @Test
  void aZoneOfAnUnreadableNameIsNotInTheCatalog() {
    World fresh = new World();

    fresh.put(Zones.zone("contoso", 1).named("a..b"));

    assertThat(fresh.zoneVerdict(Zones.CONTOSO).findings()).isNotEmpty();
    assertThat(fresh.catalog.current().entries()).isEmpty();
  }
}
