package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.wire.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderAnswersTest {
  private static final int A = 1;
  private static final int QR = 0x8000;
  private static final int AA = 0x0400;
  private static final int RD = 0x0100;
  private static final int CD = 0x0010;

  private final Responder zone = Responder.servingZone("example.", "www A 192.0.2.1");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 15})
  void unknownOpcodeIsNotimpWithAHeaderOnly(int opcode) {
    int flags = opcode << 11;
    Packet with = Packet.header(flags, 1, 0, 0, 0).name("www.example").u16(A).u16(1);
    Packet without = Packet.header(flags, 0, 0, 0, 0);
    Packet unreadable = Packet.header(flags, 65535, 1, 2, 3).octets(0xff, 0xff);

    for (Packet packet : new Packet[] {with, without, unreadable}) {
      Reply reply = zone.send(packet).isError("NOTIMP");
      assertThat(reply.length()).isEqualTo(12);
      assertThat(reply.flags()).isEqualTo(QR | flags);
    }
  }

  @Test
  void queryWithoutQuestionIsFormerr() {
    zone.send(Packet.header(0, 0, 0, 0, 0)).isError("FORMERR");
    zone.send(Packet.header(0, 0, 0, 0, 1).opt(new byte[0])).isError("FORMERR");
  }

  @Test
  void queryForACookieAloneIsNoerrorWithoutContent() {
    byte[] cookie = Packet.empty().u16(10).u16(8).zeros(8).toBytes();

    Reply reply = zone.send(Packet.header(0, 0, 0, 0, 1).opt(cookie)).isError("NOERROR");
    assertThat(reply.hasOpt()).isTrue();
  }

  @Test
  void severalQuestionsAreFormerr() {
    Packet two = Packet.header(0, 2, 0, 0, 0).name("a").u16(A).u16(1).name("b").u16(A).u16(1);

    zone.send(two).isError("FORMERR");
    zone.send(Packet.header(0, 65535, 0, 0, 0)).isError("FORMERR");
  }

  @Test
  void responseIsDropped() {
    byte[] response = Packet.header(QR, 1, 0, 0, 0).name("www.example").u16(A).u16(1).toBytes();
    byte[] broken = Packet.header(QR | 0x7800, 9, 9, 9, 9).toBytes();

    assertThat(zone.exchange(response, false)).isEmpty();
    assertThat(zone.exchange(response, true)).isEmpty();
    assertThat(zone.exchange(broken, false)).isEmpty();
  }

  @Test
  void lessThanAHeaderIsDropped() {
    for (int length = 0; length < 12; length++) {
      assertThat(zone.exchange(new byte[length], false)).isEmpty();
    }
  }

  @Test
  void recursionDesiredIsCopiedAndNoneIsOffered() {
    assertThat(flagsOfReplyTo(RD)).isEqualTo(QR | AA | RD);
    assertThat(flagsOfReplyTo(0)).isEqualTo(QR | AA);
  }

  @Test
  void checkingDisabledIsCopied() {
    assertThat(flagsOfReplyTo(CD)).isEqualTo(QR | AA | CD);
  }

  @Test
  void otherFlagsOfTheQueryDoNotLeak() {
    // AA, TC, RA, Z, AD and an rcode.
    assertThat(flagsOfReplyTo(0x0400)).isEqualTo(QR | AA);
    assertThat(flagsOfReplyTo(0x0200)).isEqualTo(QR | AA);
    assertThat(flagsOfReplyTo(0x0080)).isEqualTo(QR | AA);
    assertThat(flagsOfReplyTo(0x0040)).isEqualTo(QR | AA);
    assertThat(flagsOfReplyTo(0x0020)).isEqualTo(QR | AA);
    assertThat(flagsOfReplyTo(0x000f)).isEqualTo(QR | AA);
  }

  @Test
  void leakingAuthorityBitIsNotInARefusal() {
    zone.send(Packet.header(AA, 1, 0, 0, 0).name("elsewhere").u16(A).u16(1)).isError("REFUSED");
  }

  @Test
  void idIsThatOfTheQuery() {
    assertThat(zone.ask("www.example.", "A").message().getHeader().getID()).isEqualTo(0x1234);
  }

  private int flagsOfReplyTo(int flags) {
    Reply reply = zone.send(Packet.header(flags, 1, 0, 0, 0).name("www.example").u16(A).u16(1));
    reply.isAnswer("www.example. 300 A 192.0.2.1");
    return reply.flags();
  }
}
