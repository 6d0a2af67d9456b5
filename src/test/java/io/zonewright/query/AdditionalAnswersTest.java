package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdditionalAnswersTest {
  private static final String[] MAIL = {
    "mail.example. 300 A 192.0.2.1", "mail.example. 300 AAAA 2001:db8::1"
  };

  private final Responder zone =
      Responder.servingZone(
          "example.",
          "@ NS ns",
          "ns A 192.0.2.53",
          "ns AAAA 2001:db8::53",
          "mail A 192.0.2.1",
          "mail AAAA 2001:db8::1",
          "m MX 10 mail",
          "m MX 20 mail",
          "m MX 30 outside.test.",
          "_sip._tcp SRV 0 0 5060 mail",
          "_web SVCB 1 mail",
          "h HTTPS 1 . alpn=h2",
          "h A 192.0.2.4",
          "h AAAA 2001:db8::4",
          "aliased MX 10 nick",
          "nick CNAME mail",
          "*.w MX 10 mail",
          "chained CNAME m",
          "viawild MX 10 host.hosts",
          "*.hosts A 192.0.2.5",
          "self MX 10 self",
          "self A 192.0.2.6");

  @Test
  void mailExchangersBringBothFamiliesOnce() {
    assertThat(zone.ask("m.example.", "MX").additional()).containsExactlyInAnyOrder(MAIL);
  }

  @Test
  void servicesAndBindingsBringBothFamilies() {
    assertThat(zone.ask("_sip._tcp.example.", "SRV").additional()).containsExactlyInAnyOrder(MAIL);
    assertThat(zone.ask("_web.example.", "SVCB").additional()).containsExactlyInAnyOrder(MAIL);
  }

  @Test
  void bindingToItselfBringsTheAddressesOfItsOwner() {
    assertThat(zone.ask("h.example.", "HTTPS").additional())
        .containsExactlyInAnyOrder("h.example. 300 A 192.0.2.4", "h.example. 300 AAAA 2001:db8::4");
  }

  @Test
  void nameServersOfTheApexBringBothFamilies() {
    assertThat(zone.ask("example.", "NS").additional())
        .containsExactlyInAnyOrder(
            "ns.example. 300 A 192.0.2.53", "ns.example. 300 AAAA 2001:db8::53");
  }

  @Test
  void targetThatIsAnAliasBringsNothing() {
    assertThat(zone.ask("aliased.example.", "MX").additional()).isEmpty();
  }

  @Test
  void answersOfWildcardsAndAliasesBringThemToo() {
    assertThat(zone.ask("x.w.example.", "MX").additional()).containsExactlyInAnyOrder(MAIL);
    assertThat(zone.ask("chained.example.", "MX").additional()).containsExactlyInAnyOrder(MAIL);
  }

  @Test
  void targetCoveredByAWildcardBringsItsAddresses() {
    assertThat(zone.ask("viawild.example.", "MX").additional())
        .containsExactly("host.hosts.example. 300 A 192.0.2.5");
  }

  @Test
  void targetThatIsTheOwnerBringsItsAddress() {
    assertThat(zone.ask("self.example.", "MX").additional())
        .containsExactly("self.example. 300 A 192.0.2.6");
  }

  @Test
  void moreThanThirteenTargetsBringNothing() {
    assertThat(zoneWithTargets(13).ask(Ask.of("m.example.", "MX").edns(1232)).additional())
        .hasSize(13);
    assertThat(zoneWithTargets(14).ask(Ask.of("m.example.", "MX").edns(1232)).additional())
        .isEmpty();
  }

  private static Responder zoneWithTargets(int count) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add("m MX 10 t" + i);
      records.add("t" + i + " A 192.0.2." + i);
    }
    return Responder.servingZone("example.", records.toArray(String[]::new));
  }

  @Test
  void additionalThatDoesNotFitIsDroppedWithoutTc() {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      records.add("m MX 10 some-long-target-name-" + i);
      for (int j = 0; j < 3; j++) {
        records.add("some-long-target-name-" + i + " AAAA 2001:db8::" + i + ":" + j);
      }
    }
    Reply reply =
        Responder.servingZone("example.", records.toArray(String[]::new)).ask("m.example.", "MX");

    assertThat(reply.isTruncated()).isFalse();
    assertThat(reply.answer()).hasSize(12);
    assertThat(reply.additional().size() % 3).as("whole RRsets").isZero();
    assertThat(reply.length()).isLessThanOrEqualTo(512);
  }
}
