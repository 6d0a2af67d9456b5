package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruncationTest {
  @Test
  void answerOfExactly512OctetsIsWhole() {
    // 12 header, 15 question, then one record of 2 + 10 octets and its data.
    Reply fits = txtOf(512 - 12 - 15 - 12).ask("t.example.", "TXT");
    Reply doesNot = txtOf(513 - 12 - 15 - 12).ask("t.example.", "TXT");

    assertThat(fits.length()).isEqualTo(512);
    assertThat(fits.isTruncated()).isFalse();
    assertThat(doesNot.isTruncated()).isTrue();
    assertThat(doesNot.answer()).isEmpty();
  }

  @Test
  void sizeBelow512IsTreatedAs512() {
    Responder zone = txtOf(512 - 12 - 15 - 12 - 11);

    for (int size : new int[] {1, 100, 511, 512}) {
      Reply reply = zone.ask(Ask.of("t.example.", "TXT").edns(size));
      assertThat(reply.length()).isEqualTo(512);
      assertThat(reply.isTruncated()).isFalse();
    }
  }

  @Test
  void serverCapsTheSizeAt1232() {
    Responder zone = txtOf(1300);

    Reply reply = zone.ask(Ask.of("t.example.", "TXT").edns(4096));
    assertThat(reply.isTruncated()).isTrue();
    assertThat(reply.answer()).isEmpty();
    assertThat(reply.hasOpt()).isTrue();
  }

  @Test
  void sizeOfTheClientCounts() {
    Responder zone = txtOf(900);

    assertThat(zone.ask(Ask.of("t.example.", "TXT").edns(800)).isTruncated()).isTrue();
    assertThat(zone.ask(Ask.of("t.example.", "TXT").edns(1000)).isTruncated()).isFalse();
  }

  @Test
  void wholeRRsetIsRemovedAndWhatCameBeforeStays() {
    List<String> records = new ArrayList<>(List.of("www CNAME many"));
    for (int i = 0; i < 100; i++) {
      records.add("many A 192.0.2." + i);
    }
    Responder zone = Responder.servingZone("example.", records.toArray(String[]::new));

    Reply reply = zone.ask("www.example.", "A");
    assertThat(reply.isTruncated()).isTrue();
    assertThat(reply.answer()).containsExactly("www.example. 300 CNAME many.example.");
    assertThat(reply.authority()).isEmpty();

    Reply byTcp = zone.askByTcp("www.example.", "A");
    assertThat(byTcp.isTruncated()).isFalse();
    assertThat(byTcp.answer()).hasSize(101);
  }

  @Test
  void rrsetBeyond64KiBIsTruncatedOverUdpAndServfailOverTcp() {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      records.add("huge TXT " + ("\"" + "x".repeat(250) + "\" ") + i);
    }
    Responder zone = Responder.servingZone("example.", records.toArray(String[]::new));

    Reply reply = zone.ask(Ask.of("huge.example.", "TXT").edns(1232));
    assertThat(reply.isTruncated()).isTrue();
    assertThat(reply.answer()).isEmpty();

    Reply byTcp = zone.askByTcp(Ask.of("huge.example.", "TXT").edns(1232));
    byTcp.isError("SERVFAIL");
    assertThat(byTcp.isTruncated()).isFalse();
    assertThat(byTcp.hasOpt()).isTrue();
  }

  @Test
  void largeAnswerGoesWholeOverTcp() {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      records.add("many A 10.0." + i / 256 + "." + i % 256);
    }
    Responder zone = Responder.servingZone("example.", records.toArray(String[]::new));

    Reply reply = zone.askByTcp("many.example.", "A");
    assertThat(reply.answer()).hasSize(4000).doesNotHaveDuplicates();
  }

  /** One TXT record at {@code t} with this many octets of data. */
  private static Responder txtOf(int length) {
    StringBuilder strings = new StringBuilder();
    for (int left = length; left > 0; left -= 256) {
      strings.append('"').append("x".repeat(Math.min(left, 256) - 1)).append("\" ");
    }
    return Responder.servingZone("example.", "t TXT " + strings);
  }
}
