package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegativeAnswersTest {
  private static final String TAIL = " SOA ns.other. admin.other. 1 7200 3600 1209600 ";

  private final Responder zone =
      Responder.servingZone("example.", "host A 192.0.2.1", "a.b.ent A 192.0.2.2");

  @Test
  void soaHasTheLesserOfItsTtlAndMinimum() {
    String negative = "example. 900" + TAIL + "900";

    assertThat(zone.ask("host.example.", "MX").isNodata().authority()).containsExactly(negative);
    assertThat(zone.ask("nowhere.example.", "A").isNxdomain().authority())
        .containsExactly(negative);
  }

  @Test
  void soaTtlBelowMinimumIsKept() {
    Responder brief = Responder.serving(ZoneText.bare("example.", "@ 60" + TAIL + "900"));

    assertThat(brief.ask("nowhere.example.", "A").isNxdomain().authority())
        .containsExactly("example. 60" + TAIL + "900");
  }

  @Test
  void soaAskedForHasItsOwnTtl() {
    zone.ask("example.", "SOA").isAnswer("example. 3600" + TAIL + "900");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "NS", "SOA", "CNAME", "DNAME", "DS", "ANY", "RRSIG", "NSEC", "TXT"})
  void emptyNonTerminalIsNodataForEveryType(String type) {
    zone.ask("ent.example.", type).isNodata();
    zone.ask("b.ent.example.", type).isNodata();
  }

  @Test
  void nameBelowAnExistingOneDoesNotExist() {
    zone.ask("below.host.example.", "A").isNxdomain();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RRSIG", "NSEC", "NSEC3", "DNSKEY"})
  void signatureTypesAreNodataInAnUnsignedZone(String type) {
    zone.ask("host.example.", type).isNodata();
  }

  @Test
  void dnssecOkBringsNoSignatures() {
    Reply reply = zone.ask(Ask.of("host.example.", "A").ednsFlags(0x8000));

    reply.isAnswer("host.example. 300 A 192.0.2.1");
    assertThat(reply.additional()).isEmpty();
  }
}
