package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.wire.OptWriter;
import io.zonewright.zone.catalog.Catalog;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@link Responder} asks everything twice, so that every test of answers is one of this too. */
class ShortcutTest {
  private static final String[] RECORDS = {
    "www A 192.0.2.1",
    "www AAAA 2001:db8::1",
    "alias CNAME www",
    "*.w TXT \"synthesized\"",
    "@ MX 10 www",
    "old DNAME new",
    "cut NS ns.cut",
    "ns.cut A 192.0.2.3"
  };

  private final Responder responder = Responder.servingZone("example.", RECORDS);
  private final ByteBuffer out = ByteBuffer.allocate(65_535);

  @Test
  void answersTheSecondTimeAndUntilSomethingChanges() {
    Shortcut shortcut =
        new Shortcut(
            new AnswerMemory(1 << 18), new OptWriter(1232, new byte[0]), new SizeLimit(1232), 64);
    byte[] query = Ask.of("www.example.", "A").toPacket();
    ByteBuffer packet = ByteBuffer.allocate(600).put(query).flip();
    assertThat(shortcut.answer(Catalog.empty(), packet, out)).isEqualTo(Shortcut.NONE);
    int length = responder.newEngine().answer(packet, out, false);
    shortcut.remember(out, length, false);
    byte[] first = octets(length);

    out.put(0, new byte[length]);
    assertThat(shortcut.answer(Catalog.empty(), packet, out)).isEqualTo(length);
    assertThat(octets(length)).isEqualTo(first);

    Catalog next = Catalog.empty().withUnavailable(DomainName.parse("example."));
    assertThat(shortcut.answer(next, packet, out)).isEqualTo(Shortcut.NONE);
  }

  private byte[] octets(int length) {
    byte[] octets = new byte[length];
    out.get(0, octets);
    return octets;
  }

  @Test
  void whatWasAskedInOneCaseIsAnsweredInTheOther() {
    for (String name : new String[] {"www.example.", "nowhere.example.", "x.cut.example."}) {
      responder.ask(name, "A");

      byte[] mixed = Ask.of(name.toUpperCase(Locale.ROOT), "A").toPacket();

      assertSameAsFresh(mixed);
    }
  }

  @Test
  void aQuestionWithEdnsAndOneWithoutShareAnAnswer() {
    responder.ask(Ask.of("www.example.", "A").edns(1232));

    byte[] classic = Ask.of("www.example.", "A").toPacket();
    byte[] secure = Ask.of("www.example.", "A").ednsFlags(0x8000).toPacket();

    assertSameAsFresh(classic);
    assertSameAsFresh(secure);
  }

  @Test
  void anAnswerTooLongForTheNextClientIsTruncatedForIt() {
    Responder large =
        Responder.servingZone(
            "example.",
            "t TXT \"" + "t".repeat(250) + "\"",
            "t TXT \"" + "u".repeat(250) + "\"",
            "t TXT \"" + "v".repeat(250) + "\"");

    assertThat(large.ask(Ask.of("t.example.", "TXT").edns(1232)).isTruncated()).isFalse();
    assertThat(large.ask(Ask.of("t.example.", "TXT")).isTruncated()).isTrue();
    assertThat(large.ask(Ask.of("t.example.", "TXT").edns(1232)).isTruncated()).isFalse();
  }

  @Test
  void anAnswerEndsWithTheVersionItCameFrom() {
    responder.ask("www.example.", "A").isAnswer("www.example. 300 A 192.0.2.1");

    responder.publish(ZoneText.zone("example.", "www A 192.0.2.9"));

    responder.ask("www.example.", "A").isAnswer("www.example. 300 A 192.0.2.9");
  }

  private void assertSameAsFresh(byte[] packet) {
    int length = responder.newEngine().answer(ByteBuffer.wrap(packet), out, false);
    byte[] response = octets(length);
    assertThat(responder.exchange(packet, false).map(HexFormat.of()::formatHex))
        .hasValue(HexFormat.of().formatHex(response));
  }
}
