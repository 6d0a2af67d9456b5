package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CnameAnswersTest {
  private final Responder zone =
      Responder.serving(
          ZoneText.zone(
              "example.",
              "www CNAME web",
              "web A 192.0.2.1",
              "web AAAA 2001:db8::1",
              "dangling CNAME nowhere",
              "empty CNAME an.ent",
              "below.an.ent A 192.0.2.2",
              "out CNAME www.other.",
              "ping CNAME pong",
              "pong CNAME ping",
              "self CNAME self",
              "*.wild CNAME loop.wild",
              "cut NS ns.other.",
              "into CNAME host.cut"),
          ZoneText.zone("other.", "www A 192.0.2.3"));

  @Test
  void aliasIsFollowedWithinTheZone() {
    zone.ask("www.example.", "A")
        .isAnswer("www.example. 300 CNAME web.example.", "web.example. 300 A 192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CNAME", "ANY", "RRSIG", "NSEC"})
  void aliasAloneIsTheAnswerForTypesThatStandBesideIt(String type) {
    zone.ask("www.example.", type).isAnswer("www.example. 300 CNAME web.example.");
  }

  @Test
  void aliasToAMissingNameIsNxdomain() {
    zone.ask("dangling.example.", "A").isNxdomain("dangling.example. 300 CNAME nowhere.example.");
  }

  @Test
  void aliasToANameWithoutTheTypeIsNodata() {
    zone.ask("www.example.", "MX").isNodata("www.example. 300 CNAME web.example.");
  }

  @Test
  void aliasToAnEmptyNonTerminalIsNodata() {
    zone.ask("empty.example.", "A").isNodata("empty.example. 300 CNAME an.ent.example.");
  }

  @Test
  void aliasToANameBelowAZoneCutIsAReferralWithAa() {
    Reply reply = zone.ask("into.example.", "A");

    assertThat(reply.rcode()).isEqualTo("NOERROR");
    assertThat(reply.isAuthoritative()).isTrue();
    assertThat(reply.answer()).containsExactly("into.example. 300 CNAME host.cut.example.");
    assertThat(reply.authority()).containsExactly("cut.example. 300 NS ns.other.");
  }

  @Test
  void aliasOutOfTheZoneIsNotFollowedIntoAnotherHostedZone() {
    zone.ask("out.example.", "A").isAnswer("out.example. 300 CNAME www.other.");
  }

  @Test
  void aliasIntoAHostedChildZoneIsAReferral() {
    Responder both =
        Responder.serving(
            ZoneText.zone("example.", "into CNAME host.cut", "cut NS ns.other."),
            ZoneText.zone("cut.example.", "host A 192.0.2.9"));

    Reply reply = both.ask("into.example.", "A");
    assertThat(reply.answer()).containsExactly("into.example. 300 CNAME host.cut.example.");
    assertThat(reply.authority()).containsExactly("cut.example. 300 NS ns.other.");
  }

  @Test
  void loopEndsWithEachRecordOnce() {
    zone.ask("ping.example.", "A")
        .isAnswer("ping.example. 300 CNAME pong.example.", "pong.example. 300 CNAME ping.example.");
    zone.ask("self.example.", "A").isAnswer("self.example. 300 CNAME self.example.");
  }

  @Test
  void loopThroughAWildcardEndsWithEachRecordOnce() {
    zone.ask("a.wild.example.", "A")
        .isAnswer(
            "a.wild.example. 300 CNAME loop.wild.example.",
            "loop.wild.example. 300 CNAME loop.wild.example.");
  }

  @Test
  void loopIsFoundWhateverTheCaseOfTheQuery() {
    zone.ask("PING.example.", "A")
        .isAnswer("PING.example. 300 CNAME pong.example.", "pong.example. 300 CNAME ping.example.");
  }

  @Test
  void longChainIsCutAtTheLimit() {
    String[] links = new String[100];
    for (int i = 0; i < links.length; i++) {
      links[i] = "n" + i + " CNAME n" + (i + 1);
    }
    Reply reply = Responder.servingZone("example.", links).ask("n0.example.", "A");

    assertThat(reply.rcode()).isEqualTo("NOERROR");
    assertThat(reply.isTruncated()).isFalse();
    assertThat(reply.answer()).hasSize(17).doesNotHaveDuplicates();
  }
}
