package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DnameConflictTest {
  private final World world = World.withContoso();

  @Test
  void nothingYoungerLiesBelowADname() {
    world.with(
        recordSet("deep", 2).a("x.y.old", "192.0.2.1"),
        recordSet("moved", 1).dname("old", "new.example."));

    assertThat(world.typesAt("old")).containsExactly("DNAME");
    assertThat(world.typesAt("x.y.old")).isEmpty();
    assertThat(world.reason("deep")).isEqualTo(Reason.CNAME_CONFLICT);
    assertThat(world.message("deep"))
        .isEqualTo(
            "nothing can lie below the DNAME of old.contoso.com, which belongs to DnsRecordSet"
                + " default/moved, which is older");
  }

  @Test
  void aYoungerDnameLosesAgainstDataBelowIt() {
    world.with(
        recordSet("moved", 2).dname("old", "new.example."),
        recordSet("deep", 1).a("x.y.old", "192.0.2.1"));

    assertThat(world.reason("moved")).isEqualTo(Reason.CNAME_CONFLICT);
    assertThat(world.message("moved"))
        .isEqualTo(
            "DNAME of old.contoso.com would hide A of x.y.old.contoso.com (DnsRecordSet"
                + " default/deep)");
  }

  @Test
  void whatWaitedBelowComesWhenTheDnameGoes() {
    world.with(
        recordSet("moved", 1).dname("old", "new.example."),
        recordSet("deep", 2).a("x.y.old", "192.0.2.1"));

    world.remove("moved");

    assertThat(world.typesAt("x.y.old")).containsExactly("A");
  }

  @Test
  void theDnameComesWhenTheLastNameBelowItGoes() {
    world.with(
        recordSet("one", 1).a("x.old", "192.0.2.1"),
        recordSet("two", 2).txt("y.old", "hello"),
        recordSet("moved", 3).dname("old", "new.example."));

    world.remove("one");
    assertThat(world.message("moved")).contains("TXT of y.old.contoso.com");
    world.remove("two");
    assertThat(world.typesAt("old")).containsExactly("DNAME");
  }

  @Test
  void aDnameAllowsDataBesideItButNoCname() {
    world.with(
        recordSet("moved", 1).dname("old", "new.example."),
        recordSet("text", 2).txt("old", "hello"),
        recordSet("alias", 3).cname("old", "new.example."));

    assertThat(world.typesAt("old")).containsExactly("TXT", "DNAME");
    assertThat(world.reason("alias")).isEqualTo(Reason.CNAME_CONFLICT);
  }

  @Test
  void aDelegationCannotLieAtADname() {
    world.with(
        recordSet("moved", 1).dname("old", "new.example."),
        recordSet("cut", 2).ns("old", "ns.example."));

    assertThat(world.reason("cut")).isEqualTo(Reason.CNAME_CONFLICT);
  }

  @Test
  void aDnameAtTheApexHidesTheAddressesOfNameServers() {
    world.put(
        Zones.zone("contoso", 1)
            .generation(2)
            .nameServer("ns1.contoso.com.", "192.0.2.53")
            .named("contoso.com"));

    world.with(recordSet("moved", 1).dname("@", "new.example."));

    assertThat(world.reason("moved")).isEqualTo(Reason.CNAME_CONFLICT);
    assertThat(world.message("moved"))
        .isEqualTo(
            "DNAME of contoso.com would hide A of ns1.contoso.com (DnsZone default/contoso)");
  }
}
