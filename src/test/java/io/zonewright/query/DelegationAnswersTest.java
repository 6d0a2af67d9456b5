package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelegationAnswersTest {
  private static final String[] CUT = {
    "cut.example. 300 NS ns.cut.example.", "cut.example. 300 NS ns.other."
  };

  private final Responder zone =
      Responder.servingZone(
          "example.",
          "@ A 192.0.2.80",
          "cut NS ns.cut",
          "cut NS ns.other.",
          "ns.cut A 192.0.2.1",
          "ns.cut AAAA 2001:db8::1",
          "data.cut TXT occluded",
          "alias.cut CNAME www",
          "redirect.cut DNAME www",
          "deeper.cut NS ns.deeper.cut",
          "sibling NS ns.host",
          "ns.host A 192.0.2.2",
          "ns.host AAAA 2001:db8::2",
          "atapex NS @",
          "other NS ns.cut",
          "alias CNAME host.cut");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.cut.example.",
        "data.cut.example.",
        "alias.cut.example.",
        "x.redirect.cut.example.",
        "x.deeper.cut.example."
      })
  void everythingBelowACutIsReferredWhateverIsThere(String name) {
    for (String type : List.of("A", "TXT", "CNAME", "DNAME", "NS", "DS", "SOA", "ANY")) {
      zone.ask(name, type).isReferral(CUT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NS", "A", "SOA", "ANY"})
  void queryAtTheCutIsReferred(String type) {
    zone.ask("cut.example.", type).isReferral(CUT);
  }

  @Test
  void glueAskedDirectlyIsAReferralWithGlue() {
    Reply reply = zone.ask("ns.cut.example.", "A").isReferral(CUT);

    assertThat(reply.additional())
        .containsExactly("ns.cut.example. 300 A 192.0.2.1", "ns.cut.example. 300 AAAA 2001:db8::1");
  }

  @Test
  void siblingAddressesComeWithTheReferral() {
    Reply reply = zone.ask("x.sibling.example.", "A");

    reply.isReferral("sibling.example. 300 NS ns.host.example.");
    assertThat(reply.additional())
        .containsExactly(
            "ns.host.example. 300 A 192.0.2.2", "ns.host.example. 300 AAAA 2001:db8::2");
  }

  @Test
  void glueBelowAnotherCutComesWithTheReferral() {
    Reply reply = zone.ask("x.other.example.", "A");

    reply.isReferral("other.example. 300 NS ns.cut.example.");
    assertThat(reply.additional())
        .containsExactly("ns.cut.example. 300 A 192.0.2.1", "ns.cut.example. 300 AAAA 2001:db8::1");
  }

  @Test
  void addressOfTheApexComesWithTheReferral() {
    Reply reply = zone.ask("x.atapex.example.", "A");

    reply.isReferral("atapex.example. 300 NS example.");
    assertThat(reply.additional()).containsExactly("example. 300 A 192.0.2.80");
  }

  @Test
  void requiredGlueThatDoesNotFitTruncates() {
    Responder crowded = Responder.servingZone("example.", delegation("ns%d.cut"));

    Reply reply = crowded.ask("x.cut.example.", "A");
    assertThat(reply.isTruncated()).isTrue();
    assertThat(reply.authority()).hasSize(12);
    assertThat(reply.length()).isLessThanOrEqualTo(512);

    Reply byTcp = crowded.askByTcp("x.cut.example.", "A");
    assertThat(byTcp.isTruncated()).isFalse();
    assertThat(byTcp.additional()).hasSize(24);
  }

  @Test
  void addressesThatAreNoGlueAreDroppedSilently() {
    Reply reply =
        Responder.servingZone("example.", delegation("ns%d.host")).ask("x.cut.example.", "A");

    assertThat(reply.isTruncated()).isFalse();
    assertThat(reply.authority()).hasSize(12);
    assertThat(reply.additional()).isNotEmpty().hasSizeLessThan(24);
    assertThat(reply.length()).isLessThanOrEqualTo(512);
  }

  /** A cut with twelve name servers of both families. */
  private static String[] delegation(String nameServer) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String name = nameServer.formatted(i);
      records.add("cut NS " + name);
      records.add(name + " A 192.0.2." + i);
      records.add(name + " AAAA 2001:db8::" + i);
    }
    return records.toArray(String[]::new);
  }

  @Test
  void optionalAddressesNeverDisplaceRequiredGlue() {
    List<String> records = new ArrayList<>(List.of(delegation("ns%d.host")));
    records.addAll(List.of("cut NS a.cut", "a.cut A 198.51.100.1", "a.cut AAAA 2001:db8:1::1"));
    Reply reply =
        Responder.servingZone("example.", records.toArray(String[]::new)).ask("cut.example.", "NS");

    assertThat(reply.isTruncated()).isFalse();
    assertThat(reply.additional())
        .contains("a.cut.example. 300 A 198.51.100.1", "a.cut.example. 300 AAAA 2001:db8:1::1");
  }
}
