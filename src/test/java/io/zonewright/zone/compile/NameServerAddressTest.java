package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static io.zonewright.zone.compile.Zones.zone;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameServerAddressTest {
  private final World world = new World();

  @Test
  void theAddressesOfNameServersOutrankRecordSetsOfAnyAge() {
    world.with(recordSet("old", 0).a("ns1", "192.0.2.1"));
    world.put(zone("contoso", 5).nameServer("ns1.contoso.com.", "192.0.2.53").named("contoso.com"));

    assertThat(world.addressesAt("ns1")).containsExactly("192.0.2.53");
    assertThat(world.reason("old")).isEqualTo(Reason.NAME_CONFLICT);
    assertThat(world.message("old"))
        .isEqualTo("A of ns1.contoso.com belongs to DnsZone default/contoso itself");
  }

  @Test
  void theOtherFamilyAndOtherTypesAreFree() {
    world.put(zone("contoso", 5).nameServer("ns1.contoso.com.", "192.0.2.53").named("contoso.com"));
    world.with(
        recordSet("six", 6).aaaa("ns1", "2001:db8::53"), recordSet("text", 6).txt("ns1", "hello"));

    assertThat(world.typesAt("ns1")).containsExactly("A", "TXT", "AAAA");
  }

  @Test
  void aCnameIsRefusedThere() {
    world.put(zone("contoso", 5).nameServer("ns1.contoso.com.", "192.0.2.53").named("contoso.com"));
    world.with(recordSet("alias", 1).cname("ns1", "other.example."));

    assertThat(world.reason("alias")).isEqualTo(Reason.CNAME_CONFLICT);
  }

  @Test
  void aRecordSetTakesOverWhenTheZoneNamesAnotherServer() {
    world.put(zone("contoso", 5).nameServer("ns1.contoso.com.", "192.0.2.53").named("contoso.com"));
    world.with(recordSet("old", 1).a("ns1", "192.0.2.1"));

    world.put(
        zone("contoso", 5)
            .generation(2)
            .nameServer("ns2.contoso.com.", "192.0.2.54")
            .named("contoso.com"));

    assertThat(world.addressesAt("ns1")).containsExactly("192.0.2.1");
    assertThat(world.addressesAt("ns2")).containsExactly("192.0.2.54");
    assertThat(world.reason("old")).isNull();
  }

  @Test
  void aNewAddressReplacesTheOld() {
    world.put(zone("contoso", 5).nameServer("ns1.contoso.com.", "192.0.2.53").named("contoso.com"));
    world.put(
        zone("contoso", 5)
            .generation(2)
            .nameServer("ns1.contoso.com.", "2001:db8::53")
            .named("contoso.com"));

    assertThat(world.typesAt("ns1")).containsExactly("AAAA");
  }

  @Test
  void aServerMayLieInsideADelegation() {
    world.put(
        zone("contoso", 5).nameServer("ns.sub.contoso.com.", "192.0.2.53").named("contoso.com"));
    world.with(recordSet("cut", 6).ns("sub", "ns.sub.contoso.com."));

    assertThat(world.reason("cut")).isNull();
    assertThat(world.typesAt("ns.sub")).containsExactly("A");
  }
}
