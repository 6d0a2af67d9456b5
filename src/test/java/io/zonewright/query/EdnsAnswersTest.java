package io.zonewright.query;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.wire.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.NSIDOption;

class EdnsAnswersTest {
  private static final int CLIENT_SUBNET = 8;
  private static final int COOKIE = 10;
  private static final int UNKNOWN = 65001;
  private static final int DNSSEC_OK = 0x8000;

  private final Responder zone =
      Responder.serving(
          QuerySettings.defaults().withNsid("server-1"),
          ZoneText.zone("example.", "www A 192.0.2.1"));

  @Test
  void optIsInTheReplyOnlyIfInTheQuery() {
    assertThat(zone.ask("www.example.", "A").hasOpt()).isFalse();
    assertThat(zone.ask(www().edns(4096)).hasOpt()).isTrue();
  }

  @Test
  void replyAnnouncesItsOwnPayloadSizeAndVersionZero() {
    Reply reply = zone.ask(www().edns(4096));

    assertThat(reply.opt().getPayloadSize()).isEqualTo(1232);
    assertThat(reply.opt().getVersion()).isZero();
    assertThat(reply.opt().getFlags()).isZero();
    assertThat(reply.options()).isEmpty();
  }

  @Test
  void laterVersionIsBadversWithVersionZeroAndNoAnswer() {
    Reply reply = zone.ask(www().ednsVersion(1).nsid()).isError("BADVERS");

    assertThat(reply.opt().getVersion()).isZero();
    assertThat(reply.options()).singleElement().isInstanceOf(NSIDOption.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 255})
  void everyLaterVersionIsBadvers(int version) {
    zone.ask(www().ednsVersion(version)).isError("BADVERS");
  }

  @Test
  void laterVersionIsBadversWhateverItsOptions() {
    zone.ask(www().ednsVersion(1).option(COOKIE, (byte) 1)).isError("BADVERS");
  }

  @Test
  void unknownOptionIsIgnoredAndNotEchoed() {
    Reply reply = zone.ask(www().option(UNKNOWN, (byte) 1, (byte) 2));

    reply.isAnswer("www.example. 300 A 192.0.2.1");
    assertThat(reply.options()).isEmpty();
  }

  @Test
  void dnssecOkIsCopiedAndUnknownFlagsAreNot() {
    assertThat(zone.ask(www().ednsFlags(0xffff)).opt().getFlags()).isEqualTo(DNSSEC_OK);
    assertThat(zone.ask(www().ednsFlags(0x7fff)).opt().getFlags()).isZero();
  }

  @Test
  void nsidIsSentIfAskedFor() {
    Reply reply = zone.ask(www().nsid());

    reply.isAnswer("www.example. 300 A 192.0.2.1");
    assertThat(reply.options())
        .singleElement()
        .extracting(EDNSOption::toWire)
        .isEqualTo(Packet.empty().u16(3).u16(8).octets("server-1".getBytes(US_ASCII)).toBytes());
  }

  @Test
  void nsidIsSentOnceForSeveralRequests() {
    assertThat(zone.ask(www().nsid().nsid().nsid()).options()).hasSize(1);
  }

  @Test
  void nsidComesWithErrorsToo() {
    assertThat(zone.ask(Ask.of("elsewhere.", "A").nsid()).isError("REFUSED").options())
        .extracting(EDNSOption::getCode)
        .containsExactly(EDNSOption.Code.NSID, EDNSOption.Code.EDNS_EXTENDED_ERROR);
  }

  @Test
  void serverWithoutIdentityIgnoresNsid() {
    Responder nameless = Responder.servingZone("example.", "www A 192.0.2.1");

    assertThat(nameless.ask(www().nsid()).options()).isEmpty();
  }

  @Test
  void twoOptRecordsAreFormerr() {
    zone.send(Packet.query("www.example", 1, 2).opt(new byte[0]).opt(new byte[0]))
        .isError("FORMERR");
  }

  @Test
  void optOwnedByAnotherNameThanTheRootIsFormerr() {
    zone.send(Packet.query("www.example", 1, 1).record("x", 41, new byte[0])).isError("FORMERR");
  }

  @Test
  void optOutsideTheAdditionalSectionIsFormerr() {
    Packet inAnswer = Packet.header(0, 1, 1, 0, 0).name("www.example").u16(1).u16(1);
    Packet inAuthority = Packet.header(0, 1, 0, 1, 0).name("www.example").u16(1).u16(1);

    zone.send(inAnswer.opt(new byte[0])).isError("FORMERR");
    zone.send(inAuthority.opt(new byte[0])).isError("FORMERR");
  }

  @Test
  void optionPastTheEndOfItsRecordIsFormerr() {
    byte[] tooLong = Packet.empty().u16(UNKNOWN).u16(100).zeros(4).toBytes();

    Reply reply = zone.send(Packet.query("www.example", 1, 1).opt(tooLong)).isError("FORMERR");
    assertThat(reply.hasOpt()).as("the server knows EDNS").isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 9, 15, 41})
  void cookieOfAWrongLengthIsFormerr(int length) {
    zone.ask(www().option(COOKIE, new byte[length])).isError("FORMERR");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 40})
  void cookieIsAcceptedAndIgnored(int length) {
    Reply reply = zone.ask(www().option(COOKIE, new byte[length]));

    reply.isAnswer("www.example. 300 A 192.0.2.1");
    assertThat(reply.options()).isEmpty();
  }

  @Test
  void malformedClientSubnetIsFormerrAndAGoodOneIsIgnored() {
    zone.ask(www().option(CLIENT_SUBNET, bytes(0, 0, 8, 0, 1))).isError("FORMERR");
    zone.ask(www().option(CLIENT_SUBNET, bytes(0, 1, 33, 0, 1, 2, 3, 4, 5))).isError("FORMERR");
    zone.ask(www().option(CLIENT_SUBNET, bytes(0, 1, 23, 0, 192, 0, 3))).isError("FORMERR");

    Reply reply = zone.ask(www().option(CLIENT_SUBNET, bytes(0, 1, 24, 0, 192, 0, 2)));
    reply.isAnswer("www.example. 300 A 192.0.2.1");
    assertThat(reply.options()).noneMatch(GenericEDNSOption.class::isInstance);
  }

  private static Ask www() {
    return Ask.of("www.example.", "A");
  }

  private static byte[] bytes(int... values) {
    return Packet.empty().octets(values).toBytes();
  }
}
