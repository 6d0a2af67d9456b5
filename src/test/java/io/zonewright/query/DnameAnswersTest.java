package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnameAnswersTest {
  private static final String LONG = "a".repeat(60);

  private final Responder zone =
      Responder.servingZone(
          "example.",
          "Old 77 DNAME new",
          "old TXT at-the-owner",
          "new A 192.0.2.1",
          "host.new A 192.0.2.2",
          "older DNAME old",
          "away DNAME elsewhere.test.",
          "self DNAME self",
          "grow DNAME x.grow",
          "left DNAME right",
          "right DNAME left",
          "long DNAME " + LONG + "." + LONG + "." + LONG);

  @Test
  void nameBelowIsRedirected() {
    zone.ask("host.old.example.", "A")
        .isAnswer(
            "Old.example. 77 DNAME new.example.",
            "host.old.example. 77 CNAME host.new.example.",
            "host.new.example. 300 A 192.0.2.2");
  }

  @Test
  void dnameComesBeforeTheCnameMadeOfIt() {
    assertThat(zone.ask("host.old.example.", "A").answer())
        .first()
        .isEqualTo("Old.example. 77 DNAME new.example.");
  }

  @Test
  void queryForCnameStopsAtTheSynthesizedOne() {
    zone.ask("nowhere.old.example.", "CNAME")
        .isAnswer(
            "Old.example. 77 DNAME new.example.",
            "nowhere.old.example. 77 CNAME nowhere.new.example.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RRSIG", "NSEC"})
  void typeThatStandsBesideAnAliasIsNotBesideASynthesizedOne(String type) {
    zone.ask("nowhere.old.example.", type)
        .isNxdomain(
            "Old.example. 77 DNAME new.example.",
            "nowhere.old.example. 77 CNAME nowhere.new.example.");
  }

  @Test
  void missingTargetIsNxdomain() {
    zone.ask("nowhere.old.example.", "A")
        .isNxdomain(
            "Old.example. 77 DNAME new.example.",
            "nowhere.old.example. 77 CNAME nowhere.new.example.");
  }

  @Test
  void targetBelowAnotherDnameIsRedirectedAgain() {
    zone.ask("host.older.example.", "A")
        .isAnswer(
            "older.example. 300 DNAME old.example.",
            "host.older.example. 300 CNAME host.old.example.",
            "Old.example. 77 DNAME new.example.",
            "host.old.example. 77 CNAME host.new.example.",
            "host.new.example. 300 A 192.0.2.2");
  }

  @Test
  void ownerItselfIsNotRedirected() {
    zone.ask("old.example.", "A").isNodata();
    zone.ask("old.example.", "TXT").isAnswer("old.example. 300 TXT at-the-owner");
    zone.ask("old.example.", "DNAME").isAnswer("old.example. 77 DNAME new.example.");
  }

  @Test
  void targetOutOfTheZoneEndsTheAnswer() {
    zone.ask("a.b.away.example.", "A")
        .isAnswer(
            "away.example. 300 DNAME elsewhere.test.",
            "a.b.away.example. 300 CNAME a.b.elsewhere.test.");
  }

  @Test
  void tooLongTargetIsYxdomainWithTheDnameAlone() {
    Reply reply = zone.ask("b".repeat(62) + ".c.long.example.", "A");

    assertThat(reply.rcode()).isEqualTo("YXDOMAIN");
    assertThat(reply.isAuthoritative()).isTrue();
    assertThat(reply.answer()).singleElement().asString().startsWith("long.example. 300 DNAME ");
    assertThat(reply.authority()).isEmpty();
  }

  @Test
  void longestPossibleTargetIsStillSynthesized() {
    // Three labels of 61 octets, "example" and the root take 192 octets and leave 63.
    Reply longest = zone.askByTcp("b".repeat(62) + ".long.example.", "A");
    Reply tooLong = zone.askByTcp("b".repeat(63) + ".long.example.", "A");

    assertThat(longest.rcode()).isEqualTo("NXDOMAIN");
    assertThat(longest.answer()).hasSize(2);
    assertThat(tooLong.rcode()).isEqualTo("YXDOMAIN");
  }

  @Test
  void dnameKeepsItsCaseAndTheSynthesizedCnameThatOfTheQuery() {
    zone.ask("HOST.oLd.example.", "A")
        .isAnswer(
            "Old.example. 77 DNAME new.example.",
            "HOST.oLd.example. 77 CNAME HOST.new.example.",
            "HOST.new.example. 300 A 192.0.2.2");
  }

  @Test
  void selfReferringDnameEnds() {
    zone.ask("a.self.example.", "A")
        .isAnswer(
            "self.example. 300 DNAME self.example.", "a.self.example. 300 CNAME a.self.example.");
  }

  @Test
  void growingDnameIsAppliedOnce() {
    zone.ask("a.grow.example.", "A")
        .isAnswer(
            "grow.example. 300 DNAME x.grow.example.",
            "a.grow.example. 300 CNAME a.x.grow.example.");
  }

  @Test
  void dnamesThatGrowTogetherEndBounded() {
    Reply reply =
        Responder.servingZone("example.", "p DNAME q", "q DNAME x.p").askByTcp("a.p.example.", "A");

    assertThat(reply.rcode()).isEqualTo("NOERROR");
    assertThat(reply.answer()).hasSize(18).doesNotHaveDuplicates();
  }

  @Test
  void mutualDnamesEndWithEachRecordOnce() {
    zone.ask("a.left.example.", "A")
        .isAnswer(
            "left.example. 300 DNAME right.example.",
            "a.left.example. 300 CNAME a.right.example.",
            "right.example. 300 DNAME left.example.",
            "a.right.example. 300 CNAME a.left.example.");
  }
}
