package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnyAnswersTest {
  private final Responder zone =
      Responder.servingZone(
          "example.",
          "www A 192.0.2.1",
          "www AAAA 2001:db8::1",
          "www TXT something-that-is-longer-than-an-address",
          "alias CNAME www",
          "* MX 10 www",
          "old DNAME new");

  @Test
  void oneRRsetIsTheAnswerTheSmallest() {
    zone.ask("www.example.", "ANY").isAnswer("www.example. 300 A 192.0.2.1");
    zone.askByTcp("www.example.", "ANY").isAnswer("www.example. 300 A 192.0.2.1");
  }

  @Test
  void aliasIsNotFollowed() {
    zone.ask("alias.example.", "ANY").isAnswer("alias.example. 300 CNAME www.example.");
  }

  @Test
  void wildcardAnswers() {
    zone.ask("x.example.", "ANY").isAnswer("x.example. 300 MX 10 www.example.");
  }

  @Test
  void belowADnameItIsTheDnameAndItsCname() {
    zone.ask("x.old.example.", "ANY")
        .isAnswer("old.example. 300 DNAME new.example.", "x.old.example. 300 CNAME x.new.example.");
  }

  @Test
  void apexHasOneRRsetToo() {
    assertThat(zone.ask("example.", "ANY").answer()).hasSize(1);
  }
}
