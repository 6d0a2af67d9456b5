package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Type;

class ZoneSelectionTest {
  private static final int NOT_READY = 14;
  private static final int NOT_AUTHORITATIVE = 20;

  private final Responder zones =
      Responder.serving(
              ZoneText.zone("example.", "www A 192.0.2.1", "x.sub A 192.0.2.2"),
              ZoneText.zone("sub.example.", "x A 192.0.2.3"))
          .knowingOfUnavailable("broken.test.");

  @Test
  void longestMatchingZoneAnswers() {
    zones.ask("x.sub.example.", "A").isAnswer("x.sub.example. 300 A 192.0.2.3");
    zones.ask("www.example.", "A").isAnswer("www.example. 300 A 192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"www.elsewhere.", "com.", ".", "myexample."})
  void nameOfNoZoneIsRefusedWithoutAReferralUpwards(String name) {
    Reply reply = zones.ask(Ask.of(name, "A").edns(1232)).isError("REFUSED");

    assertThat(reply.extendedError()).hasValue(NOT_AUTHORITATIVE);
  }

  @Test
  void refusalWithoutEdnsHasNoOpt() {
    assertThat(zones.ask("www.elsewhere.", "A").isError("REFUSED").hasOpt()).isFalse();
  }

  @Test
  void zoneThatIsNotLoadedIsServfail() {
    Reply reply = zones.ask(Ask.of("www.broken.test.", "A").edns(1232)).isError("SERVFAIL");

    assertThat(reply.extendedError()).hasValue(NOT_READY);
  }

  @Test
  void zoneWithoutSoaIsServfail() {
    Responder incomplete = Responder.serving(ZoneText.bare("example.", "www A 192.0.2.1"));

    Reply reply = incomplete.ask(Ask.of("www.example.", "A").edns(1232)).isError("SERVFAIL");
    assertThat(reply.extendedError()).hasValue(NOT_READY);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 254, 255, 65535})
  void classOtherThanInIsRefused(int recordClass) {
    zones.ask(Ask.of("www.example.", Type.A, recordClass)).isError("REFUSED");
    zones.ask(Ask.of("version.bind.", Type.TXT, recordClass)).isError("REFUSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AXFR", "IXFR"})
  void transferIsRefusedOverEitherTransport(String type) {
    zones.ask("example.", type).isError("REFUSED");
    zones.askByTcp("example.", type).isError("REFUSED");
  }

  @Test
  void hostedRootAnswersForWhatNoOtherZoneCovers() {
    Responder root = Responder.serving(ZoneText.zone("."), ZoneText.zone("example."));

    root.ask("nowhere.", "A").isNxdomain();
    assertThat(root.ask(".", "SOA").answer()).hasSize(1);
    assertThat(root.ask("example.", "SOA").answer()).hasSize(1);
  }
}
