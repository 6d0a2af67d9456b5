package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BelowDelegationTest {
  private final World world = World.withContoso();

  @Test
  void onlyGlueAndDsCanJoinADelegation() {
    world.with(
        recordSet("cut", 1).ns("sub", "ns.sub.contoso.com."),
        recordSet("glue", 2).dual("ns.sub", "192.0.2.1", "2001:db8::1"),
        recordSet("self", 2).a("sub", "192.0.2.2"),
        recordSet("ds", 2).ds("sub"),
        recordSet("text", 2).txt("sub", "hello"),
        recordSet("deep", 2).txt("x.y.sub", "hello"),
        recordSet("deeper", 2).ns("z.sub", "ns.example."),
        recordSet("below", 2).ds("w.sub"));

    assertThat(world.typesAt("sub")).containsExactly("A", "NS", "DS");
    assertThat(world.typesAt("ns.sub")).containsExactly("A", "AAAA");
    assertThat(world.reason("text")).isEqualTo(Reason.BELOW_DELEGATION);
    assertThat(world.reason("deep")).isEqualTo(Reason.BELOW_DELEGATION);
    assertThat(world.reason("deeper")).isEqualTo(Reason.BELOW_DELEGATION);
    assertThat(world.reason("below")).isEqualTo(Reason.BELOW_DELEGATION);
    assertThat(world.zoneVerdict(Zones.CONTOSO).counts())
        .isEqualTo(new ZoneVerdict.Counts(8, 4, 4, 0));
    assertThat(world.message("deep"))
        .isEqualTo(
            "sub.contoso.com is delegated by DnsRecordSet default/cut, which is older; only A and"
                + " AAAA can lie at or below it, and DS at it");
  }

  @Test
  void aYoungerDelegationMustNotHideOlderData() {
    world.with(
        recordSet("cut", 3).ns("sub", "ns.example."),
        recordSet("text", 1).txt("www.sub", "hello"),
        recordSet("web", 2).a("www.sub", "192.0.2.1"));

    assertThat(world.reason("cut")).isEqualTo(Reason.NAME_CONFLICT);
    assertThat(world.message("cut"))
        .isEqualTo(
            "NS of sub.contoso.com would hide TXT of www.sub.contoso.com (DnsRecordSet"
                + " default/text)");
  }

  @Test
  void aYoungerDelegationMustNotHideDataAtItsOwnName() {
    world.with(
        recordSet("text", 1).txt("sub", "hello"), recordSet("cut", 2).ns("sub", "ns.example."));

    assertThat(world.reason("cut")).isEqualTo(Reason.NAME_CONFLICT);
  }

  @Test
  void aYoungerDelegationMustNotHideADeeperOne() {
    world.with(
        recordSet("deeper", 1).ns("x.sub", "ns.example."),
        recordSet("cut", 2).ns("sub", "ns.example."));

    assertThat(world.message("cut")).contains("would hide NS of x.sub.contoso.com");
  }

  @Test
  void olderAddressesBelowBecomeGlue() {
    world.with(
        recordSet("web", 1).a("www.sub", "192.0.2.1"),
        recordSet("cut", 2).ns("sub", "ns.example."));

    assertThat(world.reason("cut")).isNull();
    assertThat(world.typesAt("www.sub")).containsExactly("A");
  }

  @Test
  void theDelegationComesWhenWhatItWouldHideGoes() {
    world.with(
        recordSet("text", 1).txt("www.sub", "hello"),
        recordSet("cut", 2).ns("sub", "ns.example."),
        recordSet("late", 3).txt("late.sub", "hello"));
    assertThat(world.reason("late")).isNull();

    world.remove("text");

    assertThat(world.typesAt("sub")).containsExactly("NS");
    assertThat(world.reason("late")).isEqualTo(Reason.BELOW_DELEGATION);
  }

  @Test
  void whatWasHiddenComesWhenTheDelegationGoes() {
    world.with(
        recordSet("cut", 1).ns("sub", "ns.example."),
        recordSet("text", 2).txt("www.sub", "hello"),
        recordSet("deeper", 3).ns("x.sub", "ns.example."));

    world.remove("cut");

    assertThat(world.typesAt("www.sub")).containsExactly("TXT");
    assertThat(world.typesAt("x.sub")).containsExactly("NS");
  }

  @Test
  void namesBesideADelegationAreFree() {
    world.with(
        recordSet("cut", 1).ns("sub", "ns.example."), recordSet("text", 2).txt("subs", "hello"));

    assertThat(world.reason("text")).isNull();
  }
}
