package io.zonewright.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class QueryReaderTest {
  private static final int A = 1;

  private final QueryMessage message = new QueryMessage();
  private final QueryReader reader = new QueryReader(message);

  @Test
  void readsHeaderAndQuestion() {
    assertThat(read(Packet.query("www.example.com", A, 0))).isTrue();

    assertThat(message.id()).isEqualTo(0x1234);
    assertThat(message.hasQuestion()).isTrue();
    assertThat(message.name().toName()).hasToString("www.example.com.");
    assertThat(message.nameOffset()).isEqualTo(12);
    assertThat(message.type()).isEqualTo(A);
    assertThat(message.recordClass()).isEqualTo(1);
    assertThat(message.edns().isPresent()).isFalse();
  }

  @Test
  void readsFromPositionToLimit() {
    byte[] query = Packet.query("example.com", A, 0).toBytes();
    ByteBuffer within = ByteBuffer.allocate(100).put(7, query).position(7).limit(7 + query.length);

    assertThat(reader.readHeader(within)).isTrue();
    assertThat(reader.readBody()).isTrue();
    assertThat(message.nameOffset()).isEqualTo(19);
    assertThat(message.name().toName()).hasToString("example.com.");
  }

  @Test
  void lookedUpNameIsInLowerCaseAndOtherOctetsAreUntouched() {
    Packet query = Packet.header(0, 1, 0, 0, 0).octets(3, 'A', 'z', 0xc4, 0).u16(A).u16(1);

    assertThat(read(query)).isTrue();
    assertThat(message.name().octets()).startsWith(3, 'a', 'z', 0xc4, 0);
  }

  @Test
  void headerNeedsTwelveOctets() {
    for (int length = 0; length < 12; length++) {
      assertThat(reader.readHeader(ByteBuffer.allocate(length))).isFalse();
    }
    assertThat(reader.readHeader(ByteBuffer.allocate(12))).isTrue();
  }

  @Test
  void everyPrefixOfAQueryIsMalformed() {
    byte[] query = Packet.query("www.example.com", A, 1).opt(new byte[] {0, 3, 0, 0}).toBytes();
    for (int length = 12; length < query.length; length++) {
      assertThat(read(ByteBuffer.wrap(query, 0, length))).as("length %d", length).isFalse();
    }
    assertThat(read(ByteBuffer.wrap(query))).isTrue();
  }

  @Test
  void octetsAfterTheLastRecordAreMalformed() {
    assertThat(read(Packet.query("example.com", A, 0).u8(0))).isFalse();
  }

  @Test
  void countsThatPromiseMoreThanThereIsAreMalformed() {
    assertThat(read(Packet.header(0, 1, 65535, 0, 0).name("a").u16(A).u16(1))).isFalse();
    assertThat(read(Packet.header(0, 1, 0, 65535, 0).name("a").u16(A).u16(1))).isFalse();
    assertThat(read(Packet.header(0, 1, 0, 0, 65535).name("a").u16(A).u16(1))).isFalse();
    assertThat(read(Packet.header(0, 65535, 0, 0, 0).name("a").u16(A).u16(1))).isFalse();
  }

  @Test
  void questionNameHasNothingToPointAt() {
    assertThat(read(question().octets(0xc0, 12).u16(A).u16(1))).as("self").isFalse();
    assertThat(read(question().octets(0xc0, 0).u16(A).u16(1))).as("header").isFalse();
    assertThat(read(question().octets(0xc0, 16).u16(A).u16(1).name("a"))).as("forward").isFalse();
    assertThat(read(question().octets(1, 'a', 0xc0, 12).u16(A).u16(1))).as("loop").isFalse();
  }

  @Test
  void pointerOfALaterNamePointsBackAndNotIntoTheHeader() {
    assertThat(read(additional().octets(0xc0, 12))).as("back").isTrue();
    assertThat(read(additional().octets(1, 'a', 0xc0, 12))).as("label and back").isTrue();
    assertThat(read(additional().octets(0xc0, 11))).as("header").isFalse();
    assertThat(read(additional().octets(0xc0, 19))).as("self").isFalse();
    assertThat(read(additional().octets(1, 'a', 0xc0, 19))).as("own start").isFalse();
    assertThat(read(additional().octets(0xc0, 40))).as("forward").isFalse();
    assertThat(read(additional().octets(0xff, 0xff))).as("beyond the end").isFalse();
  }

  @Test
  void labelTypesOtherThanLengthAndPointerAreMalformed() {
    assertThat(read(question().octets(0x40, 'a', 0).u16(A).u16(1))).isFalse();
    assertThat(read(question().octets(0x80, 'a', 0).u16(A).u16(1))).isFalse();
    assertThat(read(additional().octets(0x41, 'a', 0))).isFalse();
    assertThat(read(additional().octets(0x81, 'a', 0))).isFalse();
  }

  @Test
  void nameHasAtMost255Octets() {
    Packet longest =
        question().label(63, 'a').label(63, 'b').label(63, 'c').label(61, 'd').u8(0).u16(A).u16(1);
    Packet tooLong =
        question().label(63, 'a').label(63, 'b').label(63, 'c').label(62, 'd').u8(0).u16(A).u16(1);

    assertThat(read(longest)).isTrue();
    assertThat(message.name().length()).isEqualTo(255);
    assertThat(read(tooLong)).isFalse();
    assertThat(message.hasQuestion()).isFalse();
  }

  @Test
  void manyShortLabelsAreCountedToo() {
    Packet longest = question();
    for (int i = 0; i < 127; i++) {
      longest.label(1, 'x');
    }
    assertThat(read(longest.u8(0).u16(A).u16(1))).isTrue();
    assertThat(message.name().labelCount()).isEqualTo(127);
  }

  @Test
  void dataLengthMustNotPassTheEnd() {
    Packet query = Packet.query("a", A, 1).name("b").u16(A).u16(1).u32(0).u16(5).zeros(4);

    assertThat(read(query)).isFalse();
  }

  @Test
  void recordsOfAllSectionsArePassedOver() {
    byte[] address = {1, 2, 3, 4};
    Packet query =
        Packet.header(0, 1, 1, 1, 2)
            .name("example.com")
            .u16(A)
            .u16(1)
            .record("a", A, address)
            .record("b", A, address)
            .record("c", A, address)
            .opt(new byte[0]);

    assertThat(read(query)).isTrue();
    assertThat(message.edns().isPresent()).isTrue();
  }

  @Test
  void emptyQuestionSectionIsWellFormed() {
    assertThat(read(Packet.header(0, 0, 0, 0, 0))).isTrue();
    assertThat(message.hasQuestion()).isFalse();
  }

  @Test
  void nothingOfTheQueryBeforeIsLeft() {
    read(Packet.query("example.com", A, 1).opt(new byte[] {0, 3, 0, 0}));
    read(Packet.header(0, 0, 0, 0, 0));

    assertThat(message.hasQuestion()).isFalse();
    assertThat(message.edns().isPresent()).isFalse();
    assertThat(message.edns().nsidAsked()).isFalse();
  }

  private static Packet question() {
    return Packet.header(0, 1, 0, 0, 0);
  }

  /** A query for {@code a} whose additional record has yet to get the rest of its owner. */
  private static OwnerToCome additional() {
    return new OwnerToCome(Packet.query("a", A, 1));
  }

  private record OwnerToCome(Packet packet) {
    Packet octets(int... owner) {
      return packet.octets(owner).u16(A).u16(1).u32(0).u16(0);
    }
  }

  private boolean read(Packet packet) {
    return read(packet.toBuffer());
  }

  private boolean read(ByteBuffer packet) {
    assertThat(reader.readHeader(packet)).isTrue();
    return reader.readBody();
  }
}
