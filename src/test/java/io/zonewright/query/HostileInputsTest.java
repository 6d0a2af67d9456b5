package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.wire.Packet;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What broke other servers. After each the server still answers over either transport. */
@Timeout(30)
class HostileInputsTest {
  private static final int A = 1;
  private static final int TSIG = 250;
  private static final int NSID = 3;
  private static final int CLIENT_SUBNET = 8;
  private static final int COOKIE = 10;

  private Responder server = Responder.servingZone("example.");

  @BeforeEach
  void serve() {
    server = Responder.servingZone("example.", "www A 192.0.2.1");
  }

  @AfterEach
  void stillAnswersSoa() {
    assertThat(server.ask("example.", "SOA").answer()).hasSize(1);
    assertThat(server.askByTcp("example.", "SOA").answer()).hasSize(1);
  }

  @Test
  void signatureOfAnUnknownAlgorithmGivesNoMoreThanNone() {
    byte[] garbage = Packet.empty().name("no-such-algorithm").zeros(16).toBytes();

    server
        .send(Packet.query("www.example", A, 1).record("key", TSIG, garbage))
        .isAnswer("www.example. 300 A 192.0.2.1");
    server
        .send(Packet.query("example", RRType.AXFR, 1).record("key", TSIG, garbage))
        .isError("REFUSED");
  }

  @Test
  void signatureThatIsNotLastOrCutShortDoesNoHarm() {
    Packet notLast =
        Packet.query("www.example", A, 2).record("key", TSIG, new byte[3]).opt(new byte[0]);
    Packet two =
        Packet.query("www.example", A, 2)
            .record("k", TSIG, new byte[0])
            .record("k", TSIG, new byte[1]);

    server.send(notLast).isAnswer("www.example. 300 A 192.0.2.1");
    server.send(two).isAnswer("www.example. 300 A 192.0.2.1");
  }

  @Test
  void keyNegotiationIsNoSpecialQuery() {
    server.ask("www.example.", "TKEY").isNodata();
    server
        .send(Packet.query("www.example", 249, 1).record("www.example", 249, new byte[50]))
        .isNodata();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void notifyAndUpdateAreNotimpWhateverTheyHold(int opcode) {
    int flags = opcode << 11;
    byte[] garbage = new byte[200];

    server
        .send(Packet.header(flags, 1, 1, 1, 1).name("example").u16(RRType.SOA).u16(255))
        .isError("NOTIMP");
    server
        .send(Packet.header(flags, 1, 1, 0, 0).name("example").u16(6).u16(254).octets(garbage))
        .isError("NOTIMP");
    server.send(Packet.header(flags, 65535, 65535, 65535, 65535)).isError("NOTIMP");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 41, 128, 249, 250, 251, 252, 253, 254, 255, 65535})
  void unusualTypesAreAnswered(int type) {
    for (String name : List.of("www.example", "nowhere.example", "example", "elsewhere", "")) {
      assertThat(server.send(Packet.query(name, type, 0)).rcode())
          .isIn("NOERROR", "NXDOMAIN", "REFUSED");
    }
  }

  @Test
  void oddNamesAreAnsweredOrFormerr() {
    Packet dotInside = question().octets(3, 'a', '.', 'b').name("example").u16(A).u16(1);
    Packet zeroInside = question().octets(3, 0, 0, 0).name("example").u16(A).u16(1);
    Packet tooLong = question();
    for (int i = 0; i < 128; i++) {
      tooLong.label(1, 'x');
    }

    server.send(dotInside).isNxdomain();
    server.send(zeroInside).isNxdomain();
    server.send(Packet.query("", A, 0)).isError("REFUSED");
    server.send(tooLong.u8(0).u16(A).u16(1)).isError("FORMERR");
    server.send(question().octets(0x40, 'a', 0).u16(A).u16(1)).isError("FORMERR");
    server.send(question().octets(0x80, 'a', 0).u16(A).u16(1)).isError("FORMERR");
    server.send(question().label(63, 'a')).isError("FORMERR");
  }

  @Test
  void compressionPointersInTheQuestionAreFormerr() {
    server.send(question().octets(0xc0, 12).u16(A).u16(1)).isError("FORMERR");
    server.send(question().octets(0xc0, 14).u16(A).u16(1)).isError("FORMERR");
    server.send(question().octets(0xc0, 0).u16(A).u16(1)).isError("FORMERR");
    server.send(question().octets(1, 'a', 0xc0, 12).u16(A).u16(1)).isError("FORMERR");
    server.send(question().octets(0xff, 0xff).u16(A).u16(1)).isError("FORMERR");
    server.send(question().octets(0xc0)).isError("FORMERR");
  }

  @Test
  void chainOfPointersInManyRecordsCostsOneWalk() {
    int count = 5_000;
    Packet packet = Packet.query("www.example", A, count);
    for (int i = 0; i < count; i++) {
      int back = i == 0 ? 12 : 29 + 12 * Math.min(i - 1, 1_300);
      packet.u16(0xc000 | back).u16(A).u16(1).u32(0).u16(0);
    }
    server.send(packet).isAnswer("www.example. 300 A 192.0.2.1");
  }

  @Test
  void manyRecordsInAQueryArePassedOver() {
    byte[] address = {1, 2, 3, 4};
    for (int section = 0; section < 3; section++) {
      Packet packet =
          Packet.header(
                  0, 1, section == 0 ? 3000 : 0, section == 1 ? 3000 : 0, section == 2 ? 3000 : 0)
              .name("www.example")
              .u16(A)
              .u16(1);
      for (int i = 0; i < 3_000; i++) {
        packet.record("", A, address);
      }
      server.send(packet).isAnswer("www.example. 300 A 192.0.2.1");
    }
  }

  @Test
  void tinyPacketsAreDroppedOrFormerr() {
    for (int length = 0; length <= 16; length++) {
      for (int octet : new int[] {0, 1, 0x7f}) {
        byte[] packet = new byte[length];
        Arrays.fill(packet, (byte) octet);
        Optional<byte[]> response = server.exchange(packet, false);
        assertThat(response.isPresent()).isEqualTo(length >= 12);
        response.ifPresent(
            octets -> assertThat(Reply.parse(octets).rcode()).isIn("FORMERR", "NOTIMP"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 65535})
  void questionCountsOtherThanOneAreFormerr(int count) {
    server.send(Packet.header(0, count, 0, 0, 0)).isError("FORMERR");
  }

  @Test
  void identityFitsIntoTheSmallestReply() {
    server =
        Responder.serving(
            QuerySettings.defaults().withNsid("n".repeat(128)),
            ZoneText.zone("example.", "www TXT " + "x".repeat(250) + " " + "y".repeat(200)));
    for (int size : new int[] {0, 1, 12, 512}) {
      Reply reply =
          server.ask(
              Ask.of("www.example.", "TXT").option(NSID).option(NSID).edns(Math.max(size, 1)));
      assertThat(reply.length()).isLessThanOrEqualTo(512);
      assertThat(reply.isTruncated()).isTrue();
      assertThat(reply.options()).hasSize(1);
    }
  }

  @Test
  void optionLongerThanItsRecordIsFormerr() {
    byte[] option = Packet.empty().u16(NSID).u16(0xffff).toBytes();

    server.send(Packet.query("www.example", A, 1).opt(option)).isError("FORMERR");
    server.send(Packet.query("www.example", A, 1).opt(option, 0xffff)).isError("FORMERR");
    server.send(Packet.query("www.example", A, 1).opt(option, 3)).isError("FORMERR");
  }

  @Test
  void malformedClientSubnetIsFormerr() {
    byte[][] malformed = {
      {0, 0, 1, 0},
      {0, 0, 0, 0, 1},
      {0, 1, 33, 0, 1, 2, 3, 4, 5},
      {0, 1, 9, 0, 1, (byte) 0xff},
      {0, 1}
    };
    for (byte[] subnet : malformed) {
      server.ask(Ask.of("www.example.", "A").option(CLIENT_SUBNET, subnet)).isError("FORMERR");
    }
  }

  @Test
  void cookieOfAnImpossibleLengthIsFormerrAndAForeignOneIsIgnored() {
    for (int length = 0; length <= 50; length++) {
      Reply reply = server.ask(Ask.of("www.example.", "A").option(COOKIE, new byte[length]));
      boolean legal = length == 8 || (length >= 16 && length <= 40);
      assertThat(reply.rcode()).as("%d octets", length).isEqualTo(legal ? "NOERROR" : "FORMERR");
    }
  }

  @Test
  void aliasesWithoutEndAreBounded() {
    List<String> records = new ArrayList<>(List.of("grow DNAME x.grow", "*.any CNAME a.b.any"));
    for (int i = 0; i < 5_000; i++) {
      records.add("c" + i + " CNAME c" + (i + 1) % 5_000);
      records.add("d" + i + " DNAME d" + (i + 1) % 5_000);
    }
    server = Responder.servingZone("example.", records.toArray(String[]::new));

    for (String name : List.of("c0", "x.d0", "a.grow", "x.any", "y.x.any")) {
      Reply reply = server.askByTcp(name + ".example.", "A");
      assertThat(reply.rcode()).isEqualTo("NOERROR");
      assertThat(reply.answer()).hasSizeLessThanOrEqualTo(33).doesNotHaveDuplicates();
    }
  }

  @Test
  void bindingsOfNearlyMaximalLengthAndLoopsOfThemAreAnswered() {
    byte[] huge = Packet.empty().u16(1).u8(0).u16(7).u16(65_000).zeros(65_000).toBytes();
    server =
        Responder.serving(
            ZoneText.zone("example.", "a SVCB 0 b", "b SVCB 0 a", "c SVCB 0 c")
                .edit()
                .put(DomainName.parse("huge.example."), RRset.of(RRType.SVCB, 300, List.of(huge)))
                .commit());

    assertThat(server.ask("huge.example.", "SVCB").isTruncated()).isTrue();
    assertThat(server.exchange(Ask.of("huge.example.", "SVCB").toPacket(), true).orElseThrow())
        .hasSizeGreaterThan(65_000);
    assertThat(server.ask("a.example.", "SVCB").additional()).hasSizeLessThanOrEqualTo(2);
    assertThat(server.ask("c.example.", "SVCB").answer()).hasSize(1);
  }

  @Test
  void recordOfMaximalLengthIsServfailOverTcp() {
    server =
        Responder.serving(
            ZoneText.zone("example.")
                .edit()
                .put(
                    DomainName.parse("max.example."),
                    RRset.of(65_280, 300, List.of(new byte[65_535])))
                .commit());

    assertThat(server.send(Packet.query("max.example", 65_280, 0)).isTruncated()).isTrue();
    byte[] byTcp =
        server.exchange(Packet.query("max.example", 65_280, 0).toBytes(), true).orElseThrow();
    Reply.parse(byTcp).isError("SERVFAIL");
  }

  @Test
  void thousandsOfRecordsBringNoAdditionalWork() {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      records.add("m MX 10 t" + i);
      records.add("cut NS t" + i);
      records.add("t" + i + " A 10.0." + i / 256 + "." + i % 256);
      records.add("types TYPE" + (1_000 + i) + " \\# 1 00");
    }
    server = Responder.servingZone("example.", records.toArray(String[]::new));

    assertThat(server.askByTcp("m.example.", "MX").additional()).isEmpty();
    assertThat(server.askByTcp("x.cut.example.", "A").additional()).isEmpty();
    assertThat(server.ask("types.example.", "ANY").answer()).hasSize(1);
    assertThat(server.ask("types.example.", "A").isNodata().answer()).isEmpty();
  }

  @Test
  void responsesAreNeverAnswered() {
    byte[] query = Ask.of("www.example.", "A").toPacket();
    byte[] response = server.exchange(query, false).orElseThrow();
    assertThat(server.exchange(response, false)).isEmpty();

    byte[] error = server.exchange(Packet.header(0, 9, 9, 9, 9).toBytes(), false).orElseThrow();
    assertThat(server.exchange(error, false)).isEmpty();
  }

  @Test
  void errorsAreNoLongerThanTheirQueries() {
    Packet[] rubbish = {
      Packet.header(0, 1, 0, 0, 0),
      Packet.header(0, 2, 0, 0, 0).zeros(50),
      Packet.query("www.example", A, 0).zeros(7),
      Packet.header(0x7800, 1, 0, 0, 0).zeros(9)
    };
    for (Packet packet : rubbish) {
      byte[] octets = packet.toBytes();
      assertThat(server.exchange(octets, false).orElseThrow())
          .hasSizeLessThanOrEqualTo(octets.length);
    }
  }

  @Test
  void answersDuringASwapAreOfOneVersion() throws InterruptedException {
    ZoneCatalog catalog = new ZoneCatalog();
    Zone one = ZoneText.zone("example.", "www CNAME one", "one A 192.0.2.1");
    Zone two = ZoneText.zone("example.", "www CNAME two", "two A 192.0.2.2");
    catalog.publish(current -> current.with(one));
    AtomicBoolean done = new AtomicBoolean();
    Thread swapper = Thread.ofPlatform().start(() -> swap(catalog, one, two, done));
    try {
      assertOneVersionAtATime(catalog);
    } finally {
      done.set(true);
      swapper.join(Duration.ofSeconds(10));
    }
  }

  private static void swap(ZoneCatalog catalog, Zone one, Zone two, AtomicBoolean done) {
    while (!done.get()) {
      catalog.publish(current -> current.with(two));
      catalog.publish(current -> current.without(two.apex()));
      catalog.publish(current -> current.with(one));
    }
  }

  private static void assertOneVersionAtATime(ZoneCatalog catalog) {
    QueryEngine engine = new QueryEngine(catalog, QuerySettings.defaults());
    ByteBuffer out = ByteBuffer.allocate(4096);
    byte[] query = Ask.of("www.example.", "A").toPacket();
    for (int i = 0; i < 5_000; i++) {
      int length = engine.answer(ByteBuffer.wrap(query), out, false);
      byte[] response = new byte[length];
      out.get(0, response);
      assertThat(Reply.parse(response).answer())
          .isIn(
              List.of(),
              List.of("www.example. 300 CNAME one.example.", "one.example. 300 A 192.0.2.1"),
              List.of("www.example. 300 CNAME two.example.", "two.example. 300 A 192.0.2.2"));
    }
  }

  private static Packet question() {
    return Packet.header(0, 1, 0, 0, 0);
  }
}
