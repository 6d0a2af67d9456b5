package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.wire.Packet;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CaseAnswersTest {
  private final Responder zone =
      Responder.servingZone(
          "Example.",
          "WwW A 192.0.2.1",
          "www2 MX 10 MaiL",
          "mail A 192.0.2.2",
          "caf\\233 TXT high-octet");

  @Test
  void questionIsEchoedOctetForOctet() {
    for (String name : new String[] {"www.example", "WWW.EXAMPLE", "wWw.eXaMpLe", "NoT.ThErE"}) {
      byte[] query = Packet.query(name, 1, 0).toBytes();
      byte[] response = zone.exchange(query, false).orElseThrow();
      assertThat(Arrays.copyOfRange(response, 12, query.length))
          .isEqualTo(Arrays.copyOfRange(query, 12, query.length));
    }
  }

  @Test
  void namesAreComparedWithoutRegardToCase() {
    zone.ask("www.example.", "A").isAnswer("www.example. 300 A 192.0.2.1");
    zone.ask("WWW.EXAMPLE.", "A").isAnswer("WWW.EXAMPLE. 300 A 192.0.2.1");
  }

  @Test
  void namesInDataKeepTheirCase() {
    assertThat(zone.ask("www2.example.", "MX").answer())
        .containsExactly("www2.example. 300 MX 10 MaiL.Example.");
  }

  @Test
  void ownerOfTheAuthorityKeepsItsCase() {
    assertThat(zone.ask("nowhere.EXAMPLE.", "A").authority().getFirst()).startsWith("Example. ");
  }

  @Test
  void octetsAbove127AreNotFolded() {
    // 0xE9 and 0xC9 are the small and capital letter of Latin-1, and different octets here.
    Packet small = question().octets(4, 'c', 'a', 'f', 0xe9).name("example").u16(16).u16(1);
    Packet capital = question().octets(4, 'c', 'a', 'f', 0xc9).name("example").u16(16).u16(1);

    assertThat(zone.send(small).answer()).hasSize(1);
    zone.send(capital).isNxdomain();
  }

  private static Packet question() {
    return Packet.header(0, 1, 0, 0, 0);
  }
}
