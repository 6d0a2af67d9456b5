package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.zone.Zone;
import org.junit.jupiter.api.Test;

/** Aliases that lead out of their zone into one below it that is served here too. */
class AliasIntoChildZoneTest {
  private static final String DS = "12345 13 2 " + "AB".repeat(32);
  private static final Zone CHILD = ZoneText.zone("sub.example.", "host A 192.0.2.1");

  private final Responder both =
      Responder.serving(
          ZoneText.zone(
              "example.",
              "www CNAME host.sub",
              "apex CNAME sub",
              "far CNAME www",
              "*.any CNAME host.sub",
              "old DNAME sub"),
          CHILD);

  @Test
  void aliasAloneIsTheAnswerThoughTheParentHasNoCut() {
    both.ask("www.example.", "A").isAnswer("www.example. 300 CNAME host.sub.example.");
    both.ask("x.any.example.", "A").isAnswer("x.any.example. 300 CNAME host.sub.example.");
    both.ask("apex.example.", "SOA").isAnswer("apex.example. 300 CNAME sub.example.");
  }

  @Test
  void aliasesBeforeItAreFollowed() {
    both.ask("far.example.", "A")
        .isAnswer(
            "far.example. 300 CNAME www.example.", "www.example. 300 CNAME host.sub.example.");
  }

  @Test
  void redirectionEndsWithItsSynthesizedAlias() {
    both.ask("host.old.example.", "A")
        .isAnswer(
            "old.example. 300 DNAME sub.example.", "host.old.example. 300 CNAME host.sub.example.");
  }

  @Test
  void cutOfTheParentIsAReferralAsWithoutTheChild() {
    Responder delegated =
        Responder.serving(
            ZoneText.zone("example.", "www CNAME host.sub", "sub NS ns.other."), CHILD);

    Reply reply = delegated.ask("www.example.", "A");
    assertThat(reply.answer()).containsExactly("www.example. 300 CNAME host.sub.example.");
    assertThat(reply.authority()).containsExactly("sub.example. 300 NS ns.other.");
  }

  @Test
  void childThatIsNotLoadedChangesNothing() {
    Responder.serving(ZoneText.zone("example.", "www CNAME host.sub"))
        .knowingOfUnavailable("sub.example.")
        .ask("www.example.", "A")
        .isAnswer("www.example. 300 CNAME host.sub.example.");
  }

  @Test
  void delegationSignerOfTheChildIsTheParentsToAnswer() {
    Responder signed =
        Responder.serving(
            ZoneText.zone("example.", "apex CNAME sub", "sub NS ns.other.", "sub DS " + DS), CHILD);

    assertThat(signed.ask("apex.example.", "DS").answer())
        .containsExactly("apex.example. 300 CNAME sub.example.", "sub.example. 300 DS " + DS);
  }
}
