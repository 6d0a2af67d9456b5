package io.zonewright.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptReadingTest {
  private static final int COOKIE = 10;
  private static final int CLIENT_SUBNET = 8;
  private static final int UNKNOWN = 65001;

  private final QueryMessage message = new QueryMessage();
  private final QueryReader reader = new QueryReader(message);

  @Test
  void readsPayloadSizeVersionAndDnssecOk() {
    Packet query = Packet.query("a", 1, 1).u8(0).u16(41).u16(4096).u32(0x00028000).u16(0);

    assertThat(read(query)).isTrue();
    assertThat(message.edns().payloadSize()).isEqualTo(4096);
    assertThat(message.edns().version()).isEqualTo(2);
    assertThat(message.edns().dnssecOk()).isTrue();
  }

  @Test
  void otherFlagsAreNotDnssecOk() {
    read(Packet.query("a", 1, 1).u8(0).u16(41).u16(4096).u32(0x00007fff).u16(0));

    assertThat(message.edns().dnssecOk()).isFalse();
  }

  @Test
  void secondOptRecordIsMalformed() {
    assertThat(read(Packet.query("a", 1, 2).opt(new byte[0]).opt(new byte[0]))).isFalse();
  }

  @Test
  void ownerOtherThanTheRootIsMalformed() {
    assertThat(read(Packet.query("a", 1, 1).record("b", 41, new byte[0]))).isFalse();
  }

  @Test
  void pointerToARootLabelIsNotTheRoot() {
    Packet query = Packet.query("a", 1, 1).octets(0xc0, 14).u16(41).u16(1232).u32(0).u16(0);

    assertThat(read(query)).isFalse();
  }

  @Test
  void optOutsideTheAdditionalSectionIsMalformed() {
    assertThat(read(Packet.header(0, 1, 1, 0, 0).name("a").u16(1).u16(1).opt(new byte[0])))
        .isFalse();
    assertThat(read(Packet.header(0, 1, 0, 1, 0).name("a").u16(1).u16(1).opt(new byte[0])))
        .isFalse();
  }

  @Test
  void nsidIsAskedByAnOptionOfAnyContent() {
    assertThat(malformed(option(3))).isFalse();
    assertThat(message.edns().nsidAsked()).isTrue();
    assertThat(malformed(option(3, 1, 2))).isFalse();
    assertThat(message.edns().nsidAsked()).isTrue();
  }

  @Test
  void unknownOptionsAreIgnored() {
    assertThat(malformed(option(UNKNOWN, 1, 2, 3))).isFalse();
    assertThat(message.edns().nsidAsked()).isFalse();
  }

  @Test
  void optionPastTheEndOfTheRecordIsMalformed() {
    assertThat(malformed(Packet.empty().u16(UNKNOWN).u16(2).u8(0))).isTrue();
    assertThat(malformed(Packet.empty().u16(UNKNOWN).u16(65535))).isTrue();
  }

  @Test
  void pieceOfAnOptionIsMalformed() {
    for (int length = 1; length < 4; length++) {
      assertThat(malformed(option(3).zeros(length))).as("%d octets", length).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 40})
  void cookieOfALegalLengthIsPresent(int length) {
    assertThat(malformed(option(COOKIE, new int[length]))).isFalse();
    assertThat(message.edns().cookiePresent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 9, 15, 41, 100})
  void cookieOfAnotherLengthIsMalformed(int length) {
    assertThat(malformed(option(COOKIE, new int[length]))).isTrue();
    assertThat(message.edns().cookiePresent()).isFalse();
  }

  @Test
  void clientSubnetOfAllLegalFormsIsAccepted() {
    assertThat(malformed(subnet(0, 0, 0))).isFalse();
    assertThat(malformed(subnet(1, 0, 0))).isFalse();
    assertThat(malformed(subnet(1, 24, 0, 192, 0, 2))).isFalse();
    assertThat(malformed(subnet(1, 23, 0, 192, 0, 2))).isFalse();
    assertThat(malformed(subnet(1, 32, 0, 192, 0, 2, 1))).isFalse();
    assertThat(malformed(subnet(2, 48, 0, 0x20, 1, 0xd, 0xb8, 0, 1))).isFalse();
    assertThat(malformed(subnet(99, 7, 7, 1))).as("unknown family").isFalse();
  }

  @Test
  void clientSubnetOfFamilyZeroHasNoPrefix() {
    assertThat(malformed(subnet(0, 1, 0, 0))).isTrue();
    assertThat(malformed(subnet(0, 0, 1))).isTrue();
    assertThat(malformed(subnet(0, 0, 0, 0))).isTrue();
  }

  @Test
  void clientSubnetPrefixFitsItsFamilyAndItsOctets() {
    assertThat(malformed(subnet(1, 33, 0, 1, 2, 3, 4, 0))).isTrue();
    assertThat(malformed(subnet(1, 24, 0, 1, 2, 3, 4))).isTrue();
    assertThat(malformed(subnet(1, 24, 0, 1, 2))).isTrue();
    assertThat(malformed(subnet(2, 129, 0, new int[17]))).isTrue();
  }

  @Test
  void clientSubnetHasNoBitsBeyondItsPrefixAndNoScope() {
    assertThat(malformed(subnet(1, 23, 0, 192, 0, 3))).isTrue();
    assertThat(malformed(subnet(1, 24, 24, 192, 0, 2))).isTrue();
  }

  @Test
  void clientSubnetOfLessThanFourOctetsIsMalformed() {
    assertThat(malformed(option(CLIENT_SUBNET))).isTrue();
    assertThat(malformed(option(CLIENT_SUBNET, 0, 1, 0))).isTrue();
  }

  private static Packet subnet(int family, int prefix, int scope, int... address) {
    return Packet.empty()
        .u16(CLIENT_SUBNET)
        .u16(4 + address.length)
        .u16(family)
        .u8(prefix)
        .u8(scope)
        .octets(address);
  }

  private static Packet option(int code, int... data) {
    return Packet.empty().u16(code).u16(data.length).octets(data);
  }

  private boolean malformed(Packet options) {
    assertThat(read(Packet.query("a", 1, 1).opt(options.toBytes()))).isTrue();
    return message.edns().isMalformed();
  }

  private boolean read(Packet packet) {
    assertThat(reader.readHeader(packet.toBuffer())).isTrue();
    return reader.readBody();
  }
}
