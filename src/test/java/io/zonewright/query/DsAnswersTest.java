package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DsAnswersTest {
  private static final String DS = "12345 13 2 " + "AB".repeat(32);

  private final Responder parent =
      Responder.servingZone(
          "example.", "signed NS ns.other.", "signed DS " + DS, "unsigned NS ns.other.");

  @Test
  void parentAnswersAtTheCut() {
    parent.ask("signed.example.", "DS").isAnswer("signed.example. 300 DS " + DS);
  }

  @Test
  void cutWithoutDsIsNodataFromTheParent() {
    Reply reply = parent.ask("unsigned.example.", "DS").isNodata();

    assertThat(reply.authority()).singleElement().asString().startsWith("example. ");
  }

  @Test
  void parentAnswersEvenIfTheChildIsHostedToo() {
    Responder both =
        Responder.serving(
            ZoneText.zone("example.", "signed NS ns.other.", "signed DS " + DS, "plain NS ns.x."),
            ZoneText.zone("signed.example."),
            ZoneText.zone("plain.example."));

    both.ask("signed.example.", "DS").isAnswer("signed.example. 300 DS " + DS);
    assertThat(both.ask("plain.example.", "DS").isNodata().authority().getFirst())
        .startsWith("example. ");
    assertThat(both.ask("plain.example.", "NS").answer())
        .as("another type at the apex is the child's")
        .containsExactly("plain.example. 300 NS ns.other.");
  }

  @Test
  void dsBelowTheApexOfTheChildIsTheChildsBusiness() {
    Responder both =
        Responder.serving(
            ZoneText.zone("example.", "sub NS ns.other."),
            ZoneText.zone("sub.example.", "host A 192.0.2.1"));

    assertThat(both.ask("host.sub.example.", "DS").isNodata().authority().getFirst())
        .startsWith("sub.example. ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"www A 192.0.2.1", "x.sub A 192.0.2.1", "* A 192.0.2.1", "sub A 192.0.2.1"})
  void dsAtAnApexThatTheParentHereDoesNotDelegateIsNodataFromTheChild(String record) {
    Responder both =
        Responder.serving(ZoneText.zone("example.", record), ZoneText.zone("sub.example."));

    assertThat(both.ask("sub.example.", "DS").isNodata().authority().getFirst())
        .startsWith("sub.example. ");
  }

  @Test
  void dsAtAnApexBelowADelegationToElsewhereIsNodataFromTheChild() {
    Responder both =
        Responder.serving(
            ZoneText.zone("example.", "sub NS ns.other."), ZoneText.zone("deep.sub.example."));

    assertThat(both.ask("deep.sub.example.", "DS").isNodata().authority().getFirst())
        .startsWith("deep.sub.example. ");
  }

  @Test
  void dsAtAnApexWhoseParentHereIsNotLoadedIsServfail() {
    Responder.serving(ZoneText.zone("sub.example."))
        .knowingOfUnavailable("example.")
        .ask("sub.example.", "DS")
        .isError("SERVFAIL");
  }

  @Test
  void dsAtAnApexWithoutItsParentIsNodataFromTheChild() {
    assertThat(parent.ask("example.", "DS").isNodata().authority().getFirst())
        .startsWith("example. ");
  }

  @Test
  void dsOfTheRootThatIsNotHostedIsRefused() {
    parent.ask(".", "DS").isError("REFUSED");
  }

  @Test
  void dsOfAHostedRootIsNodata() {
    Responder.servingZone(".").ask(".", "DS").isNodata();
  }
}
