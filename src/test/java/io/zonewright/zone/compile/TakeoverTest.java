package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TakeoverTest {
  private final World world = World.withContoso();

  @Test
  void theOlderRecordSetHoldsTheNameWhateverCameFirst() {
    world.with(recordSet("younger", 2).a("www", "192.0.2.2"));
    world.with(recordSet("older", 1).a("www", "192.0.2.1"));

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
    assertThat(world.reason("younger")).isEqualTo(Reason.NAME_CONFLICT);
    assertThat(world.verdict("younger").serving()).isNull();
    assertThat(world.message("younger"))
        .isEqualTo("A of www.contoso.com belongs to DnsRecordSet default/older, which is older");
  }

  @Test
  void ofTwoOfTheSameSecondTheFirstByNameHoldsIt() {
    world.with(recordSet("b", 1).a("www", "192.0.2.2"), recordSet("a", 1).a("www", "192.0.2.1"));

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
  }

  @Test
  void theLoserTakesOverWhenTheWinnerGoes() {
    world.with(
        recordSet("older", 1).a("www", "192.0.2.1"), recordSet("younger", 2).a("www", "192.0.2.2"));

    assertThat(world.remove("older").recordSets())
        .contains(new SourceId("default", "younger"), new SourceId("default", "older"));
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.2");
    assertThat(world.reason("younger")).isNull();
    assertThat(world.compiler.recordSet(new SourceId("default", "older"))).isNull();
  }

  @Test
  void theLoserTakesOverWhenTheWinnerMovesAway() {
    world.with(
        recordSet("older", 1).a("www", "192.0.2.1"), recordSet("younger", 2).a("www", "192.0.2.2"));

    world.with(recordSet("older", 1).generation(2).a("web", "192.0.2.1"));

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.2");
    assertThat(world.addressesAt("web")).containsExactly("192.0.2.1");
  }

  @Test
  void aLoserBlocksNobody() {
    world.with(
        recordSet("first", 1).a("www", "192.0.2.1"),
        recordSet("second", 2).dual("www", "192.0.2.2", "2001:db8::2"),
        recordSet("third", 3).aaaa("www", "2001:db8::3"));

    assertThat(world.reason("second")).isEqualTo(Reason.NAME_CONFLICT);
    assertThat(world.reason("third")).isNull();
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1", "2001:db8:0:0:0:0:0:3");
  }

  @Test
  void takingOverCanCascade() {
    world.with(
        recordSet("first", 1).a("www", "192.0.2.1"),
        recordSet("second", 2).dual("www", "192.0.2.2", "2001:db8::2"),
        recordSet("third", 3).aaaa("www", "2001:db8::3"));

    world.remove("first");

    assertThat(world.reason("second")).isNull();
    assertThat(world.reason("third")).isEqualTo(Reason.NAME_CONFLICT);
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.2", "2001:db8:0:0:0:0:0:2");
  }

  @Test
  void aPairClaimsBothFamiliesEvenWithAddressesOfOne() {
    world.with(
        recordSet("pair", 1).dual("www", "192.0.2.1"),
        recordSet("single", 2).aaaa("www", "2001:db8::2"));

    assertThat(world.reason("single")).isEqualTo(Reason.NAME_CONFLICT);
    assertThat(world.typesAt("www")).containsExactly("A");
  }

  @Test
  void otherTypesOfTheNameGoOnBeside() {
    world.with(
        recordSet("web", 1).a("www", "192.0.2.1"),
        recordSet("six", 2).aaaa("www", "2001:db8::1"),
        recordSet("text", 3).txt("www", "hello"));

    assertThat(world.typesAt("www")).containsExactly("A", "TXT", "AAAA");
  }
}
