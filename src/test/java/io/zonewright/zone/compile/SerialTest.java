package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static io.zonewright.zone.compile.Zones.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.Serial;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import org.junit.jupiter.api.Test;

class SerialTest {
  private final World world = World.withContoso();

  @Test
  void aNewZoneBeginsWithOne() {
    assertThat(world.serial()).isEqualTo(Serial.of(1));
  }

  @Test
  void aNewZoneBeginsWithItsMinimum() {
    World fresh = new World();
    fresh.put(zone("contoso", 1).minimumSerial(4_000_000_000L).named("contoso.com"));

    assertThat(fresh.serial()).isEqualTo(Serial.of(4_000_000_000L));
  }

  @Test
  void aSerialOutlivesChangesOfContentAndDescription() {
    world.compiler.setSerial(Zones.CONTOSO, Serial.of(42));
    assertThat(world.serial()).isEqualTo(Serial.of(42));

    world.with(recordSet("text", 1).txt("@", "hello"));
    assertThat(world.serial()).isEqualTo(Serial.of(42));
    world.put(zone("contoso", 1).generation(2).defaultTtl(60).named("contoso.com"));
    assertThat(world.serial()).isEqualTo(Serial.of(42));
    world.remove("text");
    assertThat(world.serial()).isEqualTo(Serial.of(42));
  }

  @Test
  void aSerialOutlivesTheTimeInWhichTheZoneIsNotServed() {
    world.compiler.setSerial(Zones.CONTOSO, Serial.of(42));
    world.put(zone("contoso", 1).generation(2).named("fabrikam.com"));
    assertThat(world.zone("fabrikam.com").serial()).isEqualTo(Serial.of(42));
  }

  @Test
  void aSuccessorToTheNameNeverGoesBack() {
    world.compiler.setSerial(Zones.CONTOSO, Serial.of(42));
    world.put(zone("successor", 2).named("contoso.com"));

    world.compiler.removeZone(Zones.CONTOSO);

    assertThat(world.serial()).isEqualTo(Serial.of(42));
  }

  @Test
  void aNameThatComesBackNeverGoesBack() {
    world.compiler.setSerial(Zones.CONTOSO, Serial.of(42));
    world.compiler.removeZone(Zones.CONTOSO);

    world.put(zone("contoso", 3).named("contoso.com"));

    assertThat(world.serial()).isEqualTo(Serial.of(42));
  }

  @Test
  void aZoneThatTakesTheNameOfAnotherResourceNeverGoesBack() {
    world.compiler.setSerial(Zones.CONTOSO, Serial.of(42));

    world.compiler.replaceZone(Zones.contoso());

    assertThat(world.serial()).isEqualTo(Serial.of(42));
    assertThat(world.zoneVerdict(Zones.CONTOSO).version()).isEqualTo(1);
  }

  @Test
  void aSerialFromBeforeIsTheFirstOne() {
    World fresh = new World();
    fresh.put(new ZoneInput(Zones.contoso().source(), null, Serial.of(4_000_000_000L)));

    assertThat(fresh.serial()).isEqualTo(Serial.of(4_000_000_000L));
  }

  @Test
  void aLowerSerialThanTheOneServedIsNotTaken() {
    world.compiler.setSerial(Zones.CONTOSO, Serial.of(42));

    world.compiler.setSerial(Zones.CONTOSO, Serial.of(41));

    assertThat(world.serial()).isEqualTo(Serial.of(42));
  }

  @Test
  void theSameSerialPublishesNothing() {
    world.compiler.setSerial(Zones.CONTOSO, Serial.of(42));
    Catalog before = world.catalog.current();

    world.compiler.setSerial(Zones.CONTOSO, Serial.of(42));

    assertThat(world.catalog.current()).isSameAs(before);
  }

  @Test
  void aSerialIsNoChangeOfContent() {
    ZoneVerdict before = world.zoneVerdict(Zones.CONTOSO);

    world.compiler.setSerial(Zones.CONTOSO, Serial.of(42));

    ZoneVerdict after = world.zoneVerdict(Zones.CONTOSO);
    assertThat(after.version()).isEqualTo(before.version());
    assertThat(after.zone()).isSameAs(world.zone());
    assertThat(world.zone().serial()).isEqualTo(Serial.of(42));
  }

  @Test
  void aSerialGivenBeforeTheZoneIsServedIsUsedThen() {
    world.put(zone("copy", 2).named("contoso.com"));
    SourceId copy = new SourceId("default", "copy");
    world.compiler.setSerial(copy, Serial.of(7));
    assertThat(world.serial()).isEqualTo(Serial.of(1));

    world.compiler.removeZone(Zones.CONTOSO);

    assertThat(world.serial()).isEqualTo(Serial.of(7));
  }
}
