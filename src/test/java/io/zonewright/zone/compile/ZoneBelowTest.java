package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static io.zonewright.zone.compile.Zones.CONTOSO;
import static io.zonewright.zone.compile.Zones.contoso;
import static io.zonewright.zone.compile.Zones.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.zone.compile.CatalogCompiler.Changes;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The longest match answers: what a zone holds of the names of a zone below it is never asked. */
class ZoneBelowTest {
  private static final SourceId BELOW = new SourceId("team", "below");
  private static final ZoneInput WWW = zone("team", "below", 9).named("www.contoso.com");
  private static final RecordSetInput WEB =
      recordSet("web", 1).dual("www", "192.0.2.1", "2001:db8::1");

  private final World world = new World();

  @Test
  void whatIsServedIsToldWhenAZoneBelowTakesItsName() {
    world.put(contoso());
    world.with(
        WEB,
        recordSet("deep", 2).txt("_x.www", "hello"),
        recordSet("beside", 2).a("ww", "192.0.2.1"));
    assertThat(world.reason("web")).isNull();

    Changes changes = world.put(WWW);

    assertThat(world.reason("web")).isEqualTo(Reason.BELOW_DELEGATION);
    assertThat(world.reason("deep")).isEqualTo(Reason.BELOW_DELEGATION);
    assertThat(world.reason("beside")).isNull();
    assertThat(world.message("deep"))
        .isEqualTo(
            "_x.www.contoso.com is answered by zone www.contoso.com, which is hosted here too; of"
                + " that, only NS and DS of www.contoso.com and the addresses of its name servers"
                + " can lie in this zone");
    assertThat(changes.recordSets())
        .containsExactlyInAnyOrder(new SourceId("default", "web"), new SourceId("default", "deep"));
    assertThat(changes.zones()).containsExactlyInAnyOrder(BELOW, CONTOSO);
    assertThat(world.typesAt("www")).isEmpty();
  }

  @Test
  void theZoneBelowMayBeThereBefore() {
    world.put(WWW);
    world.put(contoso());

    world.put(WEB);

    assertThat(world.reason("web")).isEqualTo(Reason.BELOW_DELEGATION);
  }

  @Test
  void theZoneAboveMayComeLast() {
    world.put(WEB);
    world.put(WWW);
    assertThat(world.reason("web")).isEqualTo(Reason.ZONE_NOT_FOUND);

    world.put(contoso());

    assertThat(world.reason("web")).isEqualTo(Reason.BELOW_DELEGATION);
  }

  @Test
  void aWholeWorldIsJudgedTheSame() {
    world.load(List.of(contoso(), WWW), List.of(WEB));

    assertThat(world.reason("web")).isEqualTo(Reason.BELOW_DELEGATION);
  }

  @Test
  void theNameIsGivenBackWhenTheZoneBelowGoes() {
    world.load(List.of(contoso(), WWW), List.of(WEB));

    Changes changes = world.compiler.removeZone(BELOW);

    assertThat(world.reason("web")).isNull();
    assertThat(world.addressesAt("www")).containsExactly("192.0.2.1", "2001:db8:0:0:0:0:0:1");
    assertThat(changes.recordSets()).containsExactly(new SourceId("default", "web"));
    assertThat(world.verdict("web").zoneVersion()).isEqualTo(world.zoneVerdict(CONTOSO).version());
  }

  @Test
  void theParentSideOfTheCutBelongsToTheZoneAbove() {
    world.load(
        List.of(contoso(), zone("sub", 2).named("sub.contoso.com")),
        List.of(
            recordSet("ds", 1).ds("sub"),
            recordSet("glue", 2).dual("ns.sub", "192.0.2.1"),
            recordSet("self", 3).aaaa("sub", "2001:db8::1"),
            recordSet("cut", 4).ns("sub", "NS.sub.contoso.com.", "sub.contoso.com."),
            recordSet("other", 5).a("www.sub", "192.0.2.2"),
            recordSet("text", 5).txt("ns.sub", "hello"),
            recordSet("deeper", 5).ns("x.sub", "ns.example."),
            recordSet("below", 5).ds("x.sub")));

    assertThat(world.typesAt("sub")).containsExactlyInAnyOrder("AAAA", "NS", "DS");
    assertThat(world.reason("glue")).isNull();
    for (String hidden : List.of("other", "text", "deeper", "below")) {
      assertThat(world.reason(hidden)).as(hidden).isEqualTo(Reason.BELOW_DELEGATION);
    }
  }

  @Test
  void addressesAreGlueAsLongAsANameServerNeedsThem() {
    world.load(List.of(contoso(), WWW), List.of(WEB));

    world.put(recordSet("cut", 5).ns("www", "www.contoso.com."));
    assertThat(world.reason("web")).isNull();

    world.put(recordSet("cut", 5).generation(2).ns("www", "ns.example."));
    assertThat(world.reason("web")).isEqualTo(Reason.BELOW_DELEGATION);

    world.put(recordSet("cut", 5).generation(3).ns("www", "www.contoso.com."));
    assertThat(world.reason("web")).isNull();

    world.remove("cut");
    assertThat(world.reason("web")).isEqualTo(Reason.BELOW_DELEGATION);
  }

  @Test
  void inAChainTheNearestZoneBelowIsTheCutAndTheDeepestAnswers() {
    ZoneInput deep = zone("deep", 3).named("a.b.contoso.com");
    world.load(
        List.of(contoso(), deep),
        List.of(recordSet("ds", 1).ds("a.b"), recordSet("text", 2).txt("x.a.b", "hello")));
    assertThat(world.reason("ds")).isNull();

    world.put(zone("middle", 4).named("b.contoso.com"));

    assertThat(world.reason("ds")).isEqualTo(Reason.BELOW_DELEGATION);
    assertThat(world.message("text"))
        .startsWith("x.a.b.contoso.com is answered by zone a.b.contoso.com")
        .contains("only NS and DS of b.contoso.com");

    world.put(inMiddle(recordSet("inner", 5)).txt("x.a", "hello"));
    world.put(inMiddle(recordSet("innerDs", 5)).ds("a"));
    assertThat(world.reason("inner")).isEqualTo(Reason.BELOW_DELEGATION);
    assertThat(world.reason("innerDs")).isNull();

    world.compiler.removeZone(deep.source().id());
    assertThat(world.reason("inner")).isNull();
    assertThat(world.message("text")).contains("answered by zone b.contoso.com");
  }

  private static RecordSets inMiddle(RecordSets recordSet) {
    return recordSet.in("middle");
  }

  @Test
  void aZoneWithoutDataAnswersServfailForItsNamesAndSoHidesThem() {
    world.load(
        List.of(contoso(), zone("team", "below", 9).broken("www.contoso.com")), List.of(WEB));

    assertThat(world.reason("web")).isEqualTo(Reason.BELOW_DELEGATION);
  }

  @Test
  void aZoneOfNoReadableNameHidesNothing() {
    world.load(
        List.of(contoso(), zone("team", "below", 9).named("www..contoso.com")), List.of(WEB));

    assertThat(world.reason("web")).isNull();
  }

  @Test
  void theNameStaysTakenWhenADuplicateTakesOver() {
    world.load(List.of(contoso(), WWW, zone("copy", 10).named("www.contoso.com")), List.of(WEB));

    world.compiler.removeZone(BELOW);
    assertThat(world.reason("web")).isEqualTo(Reason.BELOW_DELEGATION);

    world.compiler.removeZone(new SourceId("default", "copy"));
    assertThat(world.reason("web")).isNull();
  }

  @Test
  void whatIsHiddenStandsInNobodysWay() {
    world.load(
        List.of(contoso()),
        List.of(
            recordSet("text", 1).txt("www", "hello"),
            recordSet("cut", 2).ns("www", "ns.example.")));
    assertThat(world.reason("cut")).isEqualTo(Reason.NAME_CONFLICT);

    world.put(WWW);

    assertThat(world.reason("cut")).isNull();
    assertThat(world.reason("text")).isEqualTo(Reason.BELOW_DELEGATION);
  }
}
