package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiblingAddressesTest {
  private static final String[] RECORDS = {
    "www A 192.0.2.1",
    "www AAAA 2001:db8::1",
    "alias CNAME www",
    "* A 192.0.2.2",
    "* AAAA 2001:db8::2",
    "four A 192.0.2.3"
  };

  private final Responder zone = Responder.serving(on(ZoneText.zone("example.", RECORDS)));

  @Test
  void otherFamilyComesAlong() {
    Reply a = zone.ask("www.example.", "A").isAnswer("www.example. 300 A 192.0.2.1");
    Reply aaaa = zone.ask("www.example.", "AAAA").isAnswer("www.example. 300 AAAA 2001:db8::1");

    assertThat(a.additional()).containsExactly("www.example. 300 AAAA 2001:db8::1");
    assertThat(aaaa.additional()).containsExactly("www.example. 300 A 192.0.2.1");
  }

  @Test
  void otherFamilyIsThatOfTheFinalName() {
    assertThat(zone.ask("alias.example.", "A").additional())
        .containsExactly("www.example. 300 AAAA 2001:db8::1");
    assertThat(zone.ask("x.example.", "A").additional())
        .containsExactly("x.example. 300 AAAA 2001:db8::2");
  }

  @Test
  void nothingComesAlongWithOtherAnswers() {
    assertThat(zone.ask("four.example.", "A").additional()).isEmpty();
    zone.ask("four.example.", "AAAA").isNodata();
    assertThat(zone.ask("www.example.", "ANY").additional()).isEmpty();
  }

  @Test
  void itIsOffUnlessTheZoneSaysSo() {
    Responder plain = Responder.servingZone("example.", RECORDS);

    assertThat(plain.ask("www.example.", "A").additional()).isEmpty();
  }

  @Test
  void itNeverTruncates() {
    List<String> records = new ArrayList<>(List.of("www A 192.0.2.1"));
    for (int i = 0; i < 40; i++) {
      records.add("www AAAA 2001:db8::" + i);
    }
    Zone crowded = on(ZoneText.zone("example.", records.toArray(String[]::new)));

    Reply reply = Responder.serving(crowded).ask("www.example.", "A");
    reply.isAnswer("www.example. 300 A 192.0.2.1");
    assertThat(reply.additional()).isEmpty();
    assertThat(reply.isTruncated()).isFalse();
  }

  private static Zone on(Zone zone) {
    return zone.edit().siblingAddresses(true).commit();
  }
}
