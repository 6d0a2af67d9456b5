package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static io.zonewright.zone.compile.Zones.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.RRType;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.compile.CatalogCompiler.Changes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneVersionTest {
  private final World world = World.withContoso();

  @Test
  void eachChangeOfContentCounts() {
    assertThat(version()).isEqualTo(1);

    world.with(recordSet("web", 1).a("www", "192.0.2.1"));
    assertThat(version()).isEqualTo(2);
    assertThat(world.verdict("web").zoneVersion()).isEqualTo(2);

    world.with(recordSet("text", 1).txt("www", "hello"));
    assertThat(version()).isEqualTo(3);
    assertThat(world.verdict("web").zoneVersion()).isEqualTo(2);
    assertThat(world.verdict("text").zoneVersion()).isEqualTo(3);
  }

  @Test
  void aGenerationOfTheSameDataIsServedSinceTheFirst() {
    world.with(recordSet("web", 1).a("www", "192.0.2.1", "192.0.2.2"));
    Catalog before = world.catalog.current();

    world.with(recordSet("web", 1).generation(2).a("www", "192.0.2.2", "192.0.2.1"));

    assertThat(world.verdict("web").generation()).isEqualTo(2);
    assertThat(world.verdict("web").accepted()).isTrue();
    assertThat(world.verdict("web").zoneVersion()).isEqualTo(2);
    assertThat(world.catalog.current()).isSameAs(before);
  }

  @Test
  void anotherDefaultTtlReachesRecordSetsWithoutTheirOwnInOnePublish() {
    world.with(
        recordSet("web", 1).a("www", "192.0.2.1"),
        recordSet("own", 1).ttl(5).a("own", "192.0.2.1"));
    long before = version();

    Changes changes =
        world.put(zone("contoso", 1).generation(2).defaultTtl(60).named("contoso.com"));

    assertThat(version()).isEqualTo(before + 1);
    assertThat(world.serving("web").ttl()).isEqualTo(60);
    assertThat(world.rrset("www", RRType.A)).extracting("ttl").isEqualTo(60);
    assertThat(world.rrset("own", RRType.A)).extracting("ttl").isEqualTo(5);
    assertThat(changes.recordSets()).containsExactly(new SourceId("default", "web"));
    assertThat(world.verdict("web").zoneVersion()).isEqualTo(before + 1);
  }

  @Test
  void siblingAddressesAreSwitchedInPlace() {
    world.put(zone("contoso", 1).generation(2).siblingAddresses(true).named("contoso.com"));
    assertThat(world.zone().siblingAddresses()).isTrue();
    world.put(zone("contoso", 1).generation(3).named("contoso.com"));
    assertThat(world.zone().siblingAddresses()).isFalse();
  }

  @Test
  void recordSetsAreCountedByWhatBecameOfThem() {
    world.with(
        recordSet("web", 1).a("www", "192.0.2.1"),
        recordSet("twin", 2).a("www", "192.0.2.1"),
        recordSet("alias", 3).cname("www", "web.example."),
        recordSet("bad", 1).broken("bad"));
    assertThat(counts()).isEqualTo(new ZoneVerdict.Counts(4, 1, 2, 1));

    world.remove("web");
    assertThat(counts()).isEqualTo(new ZoneVerdict.Counts(3, 1, 1, 1));
    world.with(recordSet("bad", 1).generation(2).a("bad", "192.0.2.1"));
    assertThat(counts()).isEqualTo(new ZoneVerdict.Counts(3, 2, 1, 0));
  }

  @Test
  void countsAreThereForAZoneThatComesLater() {
    World late = new World();
    late.with(recordSet("web", 1).a("www", "192.0.2.1"), recordSet("bad", 1).broken("bad"));

    late.put(Zones.contoso());

    assertThat(late.zoneVerdict(Zones.CONTOSO).counts())
        .isEqualTo(new ZoneVerdict.Counts(2, 1, 0, 1));
  }

  @Test
  void aReplayChangesNothing() {
    world.with(recordSet("web", 1).a("www", "192.0.2.1"));
    Catalog before = world.catalog.current();

    Changes changes = world.put(recordSet("web", 1).a("www", "192.0.2.1"));

    assertThat(changes.recordSets()).containsExactly(new SourceId("default", "web"));
    assertThat(changes.zones()).isEmpty();
    assertThat(world.catalog.current()).isSameAs(before);
  }

  @Test
  void aStatusThatTellsWhatIsSoChangesNothing() {
    world.with(recordSet("web", 1).a("www", "192.0.2.1"));
    Catalog before = world.catalog.current();
    RecordSetVerdict verdict = world.verdict("web");

    LastGood status = LastGood.of(world.serving("web"));
    Changes changes = world.put(recordSet("web", 1).lastGood(status).a("www", "192.0.2.1"));

    assertThat(changes.zones()).isEmpty();
    assertThat(world.verdict("web")).isSameAs(verdict);
    assertThat(world.catalog.current()).isSameAs(before);
  }

  @Test
  void loadingWhatIsThereAlreadyChangesNothing() {
    world.with(recordSet("web", 1).a("www", "192.0.2.1"));
    Catalog before = world.catalog.current();

    world.compiler.load(
        List.of(Zones.contoso()), List.of(recordSet("web", 1).a("www", "192.0.2.1")));

    assertThat(world.catalog.current()).isSameAs(before);
  }

  private long version() {
    return world.zoneVerdict(Zones.CONTOSO).version();
  }

  private ZoneVerdict.Counts counts() {
    return world.zoneVerdict(Zones.CONTOSO).counts();
  }
}
