package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CnameConflictTest {
  private final World world = World.withContoso();

  @Test
  void anOlderCnameAllowsNothingBesideIt() {
    world.with(
        recordSet("text", 2).txt("www", "hello"),
        recordSet("alias", 1).cname("www", "web.contoso.com."));

    assertThat(world.typesAt("www")).containsExactly("CNAME");
    assertThat(world.reason("text")).isEqualTo(Reason.CNAME_CONFLICT);
    assertThat(world.message("text"))
        .isEqualTo(
            "www.contoso.com is an alias, and a CNAME allows no other data beside it; the CNAME"
                + " belongs to DnsRecordSet default/alias, which is older");
  }

  @Test
  void aYoungerCnameLosesAgainstAnyData() {
    world.with(
        recordSet("alias", 2).cname("www", "web.contoso.com."),
        recordSet("text", 1).txt("www", "hello"));

    assertThat(world.typesAt("www")).containsExactly("TXT");
    assertThat(world.reason("alias")).isEqualTo(Reason.CNAME_CONFLICT);
    assertThat(world.message("alias"))
        .isEqualTo(
            "a CNAME allows no other data beside it, and TXT of www.contoso.com belongs to"
                + " DnsRecordSet default/text, which is older");
  }

  @Test
  void theCnameTakesOverOnlyWhenTheLastOtherGoes() {
    world.with(
        recordSet("text", 1).txt("www", "hello"),
        recordSet("web", 2).a("www", "192.0.2.1"),
        recordSet("alias", 3).cname("www", "web.contoso.com."));

    world.remove("text");
    assertThat(world.typesAt("www")).containsExactly("A");
    world.remove("web");
    assertThat(world.typesAt("www")).containsExactly("CNAME");
    assertThat(world.reason("alias")).isNull();
  }

  @Test
  void twoCnamesOfANameConflictByName() {
    world.with(
        recordSet("one", 1).cname("www", "a.example."),
        recordSet("two", 2).cname("www", "b.example."));

    assertThat(world.reason("two")).isEqualTo(Reason.NAME_CONFLICT);
  }

  @Test
  void aCnameAllowsNamesBelowIt() {
    world.with(
        recordSet("alias", 1).cname("www", "web.contoso.com."),
        recordSet("below", 2).a("x.www", "192.0.2.1"));

    assertThat(world.reason("below")).isNull();
  }
}
