package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static io.zonewright.zone.compile.Zones.zone;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DuplicateZoneTest {
  private static final SourceId COPY = new SourceId("default", "copy");

  private final World world = new World();

  @Test
  void theOlderZoneOwnsTheNameWhateverCameFirst() {
    world.put(zone("copy", 2).named("contoso.com"));
    world.with(recordSet("web", 1).in(COPY.name()).a("www", "192.0.2.2"));
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.2");

    world.put(zone("contoso", 1).named("contoso.com"));
    world.with(recordSet("first", 1).a("www", "192.0.2.1"));

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
    ZoneVerdict copy = world.zoneVerdict(COPY);
    assertThat(copy.zone()).isNull();
    assertThat(copy.served()).isNull();
    assertThat(copy.findings())
        .containsExactly(
            new Finding(
                Reason.DUPLICATE_ZONE,
                "spec.zoneName",
                "contoso.com belongs to DnsZone default/contoso, which is older"));
    assertThat(world.reason("web")).isEqualTo(Reason.ZONE_NOT_READY);
  }

  @Test
  void theYoungerKnowsItsRival() {
    world.put(zone("contoso", 1).named("contoso.com"));
    world.put(zone("copy", 2).named("contoso.com"));

    assertThat(world.compiler.rival(COPY)).isEqualTo(Zones.CONTOSO);
    assertThat(world.compiler.rival(Zones.CONTOSO)).isNull();

    world.compiler.removeZone(Zones.CONTOSO);
    assertThat(world.compiler.rival(COPY)).isNull();
  }

  @Test
  void theDuplicateTakesOverWhenTheOwnerGoes() {
    world.put(zone("contoso", 1).named("contoso.com"));
    world.put(zone("copy", 2).named("contoso.com"));
    world.with(
        recordSet("web", 1).in(COPY.name()).a("www", "192.0.2.2"),
        recordSet("first", 1).a("www", "192.0.2.1"));

    world.compiler.removeZone(Zones.CONTOSO);

    assertThat(world.zoneVerdict(COPY).accepted()).isTrue();
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.2");
    assertThat(world.reason("first")).isEqualTo(Reason.ZONE_NOT_FOUND);
  }

  @Test
  void anInvalidZoneHoldsItsNameByAgeAllTheSame() {
    world.put(zone("copy", 2).named("contoso.com"));

    world.put(zone("contoso", 1).broken("contoso.com"));

    assertThat(world.entry("contoso.com").zone()).isNull();
    assertThat(world.zoneVerdict(COPY).findings().getFirst().reason())
        .isEqualTo(Reason.DUPLICATE_ZONE);
  }

  @Test
  void anOwnerOfAnotherNamespaceIsNotNamed() {
    world.put(zone("secret", "owner", 1).named("contoso.com"));
    world.put(zone("copy", 2).named("contoso.com"));

    assertThat(world.zoneVerdict(COPY).findings().getFirst().message())
        .isEqualTo("contoso.com belongs to a DnsZone of another namespace, which is older");
  }

  @Test
  void theLastOneToGoTakesTheNameWithIt() {
    world.put(zone("contoso", 1).named("contoso.com"));
    world.put(zone("copy", 2).named("contoso.com"));

    world.compiler.removeZone(COPY);
    assertThat(world.serves("contoso.com")).isTrue();
    world.compiler.removeZone(Zones.CONTOSO);
    assertThat(world.serves("contoso.com")).isFalse();
  }

  @Test
  void aZoneThatChangesItsNameLeavesTheOldOne() {
    world.put(zone("contoso", 1).named("contoso.com"));
    world.put(zone("copy", 2).named("contoso.com"));
    world.with(recordSet("web", 1).a("www", "192.0.2.1"));

    world.put(zone("contoso", 1).generation(2).named("fabrikam.com"));

    assertThat(world.zoneVerdict(COPY).accepted()).isTrue();
    assertThat(world.typesAt("www")).isEmpty();
    assertThat(world.zone("fabrikam.com").nodeCount()).isEqualTo(2);
  }
}
