package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static io.zonewright.zone.compile.Zones.CONTOSO;
import static io.zonewright.zone.compile.Zones.contoso;
import static io.zonewright.zone.compile.Zones.zone;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault of the compiler itself, which one description or one zone brings to light. */
class CompilerFaultTest {
  private static final SourceId FAULTY = new SourceId("default", "faulty");

  /** What no reader of resources hands over: a text that is not there. */
  private static final String[] ABSENT = new String[1];

  private final Inventory inventory = new Inventory();
  private final World world = new World(inventory);

  @Test
  void aFaultyRecordSetHarmsNoOther() {
    world.load(
        List.of(contoso()),
        List.of(faulty("faulty", 1), recordSet("www", 2).a("www", "192.0.2.1")));

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
    assertThat(world.zoneVerdict(CONTOSO).accepted()).isTrue();
    assertThat(world.reason("faulty")).isEqualTo(Reason.INTERNAL_ERROR);
    assertThat(world.message("faulty"))
        .isEqualTo(
            "a fault of Zonewright itself stands in the way, and its log says more; it is tried"
                + " again with the next change");
  }

  @Test
  void whatWasLastGoodOfAFaultyRecordSetGoesOnBeingServed() {
    world.put(contoso());
    world.put(recordSet("www", 1).a("www", "192.0.2.1"));

    world.put(faulty("www", 2));
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
    assertThat(world.reason("www")).isEqualTo(Reason.INTERNAL_ERROR);

    world.put(recordSet("www", 1).generation(3).a("www", "192.0.2.3"));
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.3");
    assertThat(world.reason("www")).isNull();
  }

  @Test
  void aFaultyZoneHarmsNoOther() {
    world.load(
        List.of(faultyZone("faulty.example"), contoso()),
        List.of(recordSet("www", 2).a("www", "192.0.2.1")));

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
    assertThat(world.zoneVerdict(FAULTY).findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.INTERNAL_ERROR);

    world.put(zone("faulty", 1).generation(2).named("faulty.example"));
    assertThat(world.zoneVerdict(FAULTY).accepted()).isTrue();
    assertThat(world.serves("faulty.example")).isTrue();
  }

  @Test
  void aZoneWhoseContestBreaksStaysAsItWasAndIsMadeAnewWithTheNextChange() {
    world.put(contoso());
    world.put(recordSet("www", 1).a("www", "192.0.2.1"));
    breakContest("www");

    world.load(
        List.of(zone("other", 2).named("other.example")),
        List.of(recordSet("www", 1).generation(2).a("www", "192.0.2.2")));
    assertThat(world.serves("other.example")).isTrue();
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1");
    assertThat(world.zoneVerdict(CONTOSO).findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.INTERNAL_ERROR);
    assertThat(world.reason("www")).isEqualTo(Reason.ZONE_NOT_READY);

    world.put(recordSet("mail", 3).a("mail", "192.0.2.3"));
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.2");
    assertThat(world.addressesAt("mail")).containsExactly("192.0.2.3");
    assertThat(world.zoneVerdict(CONTOSO).accepted()).isTrue();
    assertThat(world.reason("www")).isNull();
  }

  @Test
  void aRecordSetIsRemovedFromABrokenContestToo() {
    world.put(contoso());
    world.put(recordSet("www", 1).a("www", "192.0.2.1"));
    world.put(recordSet("mail", 3).a("mail", "192.0.2.3"));
    breakContest("www");

    world.remove("www");

    assertThat(world.addressesAt("www")).isEmpty();
    assertThat(world.addressesAt("mail")).containsExactly("192.0.2.3");
    assertThat(world.zoneVerdict(CONTOSO).accepted()).isTrue();
  }

  @Test
  void theSameDescriptionOfABrokenZoneIsAChangeToo() {
    world.put(contoso());
    world.put(recordSet("www", 1).a("www", "192.0.2.1"));
    breakContest("www");
    world.put(recordSet("www", 1).generation(2).a("www", "192.0.2.2"));

    world.put(contoso());

    assertThat(world.addressesAt("www")).containsExactly("192.0.2.2");
    assertThat(world.zoneVerdict(CONTOSO).accepted()).isTrue();
  }

  /** The contest loses the claim of a record set that still believes to have it. */
  private void breakContest(String recordSet) {
    Candidate candidate = inventory.recordSet(new SourceId("default", recordSet));
    ZoneCompiler compiler = requireNonNull(inventory.zone(CONTOSO)).compiler();
    requireNonNull(compiler).leave(requireNonNull(candidate));
  }

  private static RecordSetInput faulty(String resource, long generation) {
    return recordSet(resource, 1)
        .generation(generation)
        .of("www", "A", new RecordData.Addresses(Arrays.asList(ABSENT)));
  }

  private static ZoneInput faultyZone(String name) {
    return zone("faulty", 1).nameServer(ABSENT[0]).named(name);
  }
}
