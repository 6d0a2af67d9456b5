package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WildcardAnswersTest {
  private final Responder zone =
      Responder.servingZone(
          "example.",
          "* A 192.0.2.1",
          "host TXT here",
          "a.ent TXT below-an-empty-non-terminal",
          "cut NS ns.other.",
          "inner.*.mid TXT inside",
          "sub.*.star TXT only-below-the-asterisk",
          "*.alias CNAME again.loose",
          "*.loose CNAME target",
          "target A 192.0.2.2");

  @ParameterizedTest
  @ValueSource(strings = {"x.example.", "x.y.example.", "x.y.z.w.example."})
  void matchesAnyNumberOfLabels(String name) {
    zone.ask(name, "A").isAnswer(name + " 300 A 192.0.2.1");
  }

  @Test
  void existingNameBlocksIt() {
    zone.ask("host.example.", "A").isNodata();
    zone.ask("below.host.example.", "A").isNxdomain();
  }

  @Test
  void emptyNonTerminalBlocksIt() {
    zone.ask("ent.example.", "A").isNodata();
    zone.ask("b.ent.example.", "A").isNxdomain();
    zone.ask("c.a.ent.example.", "A").isNxdomain();
  }

  @Test
  void namesBelowAZoneCutAreReferred() {
    zone.ask("x.cut.example.", "A").isReferral("cut.example. 300 NS ns.other.");
    zone.ask("cut.example.", "A").isReferral("cut.example. 300 NS ns.other.");
  }

  @Test
  void literalAsteriskIsTheRecordItself() {
    zone.ask("*.example.", "A").isAnswer("*.example. 300 A 192.0.2.1");
  }

  @Test
  void asteriskWithinANameIsAnOrdinaryLabel() {
    zone.ask("inner.*.mid.example.", "TXT").isAnswer("inner.*.mid.example. 300 TXT inside");
    zone.ask("other.*.mid.example.", "TXT").isNxdomain();
    zone.ask("x.*.example.", "A").isNxdomain();
  }

  @Test
  void asteriskThatIsAnEmptyNonTerminalIsAWildcardWithoutData() {
    zone.ask("anything.star.example.", "A").isNodata();
    zone.ask("*.star.example.", "A").isNodata();
    zone.ask("sub.anything.star.example.", "TXT").isNodata();
  }

  @Test
  void expandedAliasIsLookedUpInWildcardsAgain() {
    zone.ask("x.alias.example.", "A")
        .isAnswer(
            "x.alias.example. 300 CNAME again.loose.example.",
            "again.loose.example. 300 CNAME target.example.",
            "target.example. 300 A 192.0.2.2");
  }

  @Test
  void anotherTypeIsNodata() {
    zone.ask("x.example.", "MX").isNodata();
  }

  @Test
  void answerHasTheCaseOfTheQuery() {
    zone.ask("X.Example.", "A").isAnswer("X.Example. 300 A 192.0.2.1");
  }

  @Test
  void serviceBindingToItselfBringsTheAddressesUnderTheNameAsked() {
    Responder bindings =
        Responder.servingZone("example.", "*.app HTTPS 1 .", "*.app AAAA 2001:db8::1");

    assertThat(bindings.ask("x.app.example.", "HTTPS").additional())
        .containsExactly("x.app.example. 300 AAAA 2001:db8::1");
    assertThat(bindings.ask("*.app.example.", "HTTPS").additional())
        .containsExactly("*.app.example. 300 AAAA 2001:db8::1");
  }
}
