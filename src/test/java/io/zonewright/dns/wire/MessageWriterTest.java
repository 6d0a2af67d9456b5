package io.zonewright.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageWriterTest {
  private static final byte[] EXAMPLE = name("example.com.");

  private final ByteBuffer out = ByteBuffer.allocate(70_000);
  private final MessageWriter writer = new MessageWriter();

  @BeforeEach
  void begin() {
    writer.begin(out, 65_535);
  }

  @Test
  void tailOfANameWrittenBeforeIsAPointer() {
    writer.name(DomainName.parse("www.example.com."));
    writer.name(DomainName.parse("mail.example.com."));

    assertThat(written())
        .isEqualTo(
            Packet.empty()
                .name("www.example.com")
                .octets(4, 'm', 'a', 'i', 'l', 0xc0, 4)
                .toBytes());
  }

  @Test
  void wholeNameWrittenBeforeIsAPointer() {
    writer.name(EXAMPLE, 0);
    writer.name(EXAMPLE, 0);

    assertThat(written()).isEqualTo(Packet.empty().name("example.com").octets(0xc0, 0).toBytes());
  }

  @Test
  void pointerLeadsThroughAPointer() {
    writer.name(DomainName.parse("b.example."));
    writer.name(DomainName.parse("a.b.example."));
    writer.name(DomainName.parse("a.b.example."));

    assertThat(written())
        .isEqualTo(
            Packet.empty().name("b.example").octets(1, 'a', 0xc0, 0).octets(0xc0, 11).toBytes());
  }

  @Test
  void caseIsNotChangedByCompression() {
    writer.name(EXAMPLE, 0);
    writer.name(DomainName.parse("EXAMPLE.com."));

    assertThat(written())
        .isEqualTo(
            Packet.empty()
                .name("example.com")
                .octets(7, 'E', 'X', 'A', 'M', 'P', 'L', 'E', 0xc0, 8)
                .toBytes());
  }

  @Test
  void rootIsOneOctet() {
    writer.name(DomainName.ROOT);
    writer.name(DomainName.ROOT);

    assertThat(written()).containsExactly(0, 0);
  }

  @Test
  void namesTakenBackAreNotPointedAt() {
    writer.u16(0);
    writer.name(EXAMPLE, 0);
    writer.rewind(2);
    writer.u16(7);
    writer.name(EXAMPLE, 0);

    assertThat(written()).isEqualTo(Packet.empty().u16(0).u16(7).name("example.com").toBytes());
  }

  @Test
  void namesOfTheMessageBeforeAreNotPointedAt() {
    writer.name(EXAMPLE, 0);
    writer.begin(out, 65_535);
    writer.name(EXAMPLE, 0);

    assertThat(written()).isEqualTo(EXAMPLE);
  }

  @Test
  void namesBeyondTheReachOfAPointerAreWrittenOut() {
    writer.octets(new byte[20_000], 0, 20_000);
    writer.name(EXAMPLE, 0);
    writer.name(EXAMPLE, 0);

    assertThat(writer.position()).isEqualTo(20_000 + 2 * EXAMPLE.length);
  }

  @Test
  void veryManyNamesAreStillWrittenRight() {
    for (int i = 0; i < 2_000; i++) {
      int before = writer.position();
      DomainName name = DomainName.parse("n" + i + ".example.com.");
      writer.name(name);
      assertThat(nameAt(before)).isEqualTo(name.toString());
    }
  }

  @Test
  void nothingIsWrittenBeyondTheLimit() {
    writer.begin(out, 12);
    writer.name(EXAMPLE, 0);

    assertThat(writer.overflowed()).isTrue();
    assertThat(writer.position()).isLessThanOrEqualTo(12);
    writer.rewind(0);
    writer.u16(1);
    assertThat(writer.overflowed()).isFalse();
    assertThat(written()).containsExactly(0, 1);
  }

  @Test
  void namesAreCompressedInDataOfTheOldTypesOnly() {
    byte[] mx = Packet.empty().u16(10).octets(EXAMPLE).toBytes();
    byte[] srv = Packet.empty().zeros(6).octets(EXAMPLE).toBytes();
    writer.name(EXAMPLE, 0);
    int start = writer.position();
    RdataWriter.write(writer, RRType.MX, mx, 0, mx.length);
    RdataWriter.write(writer, RRType.SRV, srv, 0, srv.length);
    RdataWriter.write(writer, RRType.DNAME, EXAMPLE, 0, EXAMPLE.length);

    assertThat(Arrays.copyOfRange(written(), start, writer.position()))
        .isEqualTo(
            Packet.empty()
                .octets(0, 4, 0, 10, 0xc0, 0)
                .u16(srv.length)
                .octets(srv)
                .u16(EXAMPLE.length)
                .octets(EXAMPLE)
                .toBytes());
  }

  @Test
  void bothNamesOfASoaAreCompressed() {
    byte[] soa = Packet.empty().octets(EXAMPLE).octets(EXAMPLE).zeros(20).toBytes();
    writer.name(EXAMPLE, 0);
    int start = writer.position();
    RdataWriter.write(writer, RRType.SOA, soa, 0, soa.length);

    assertThat(writer.position() - start).isEqualTo(2 + 2 + 2 + 20);
  }

  @Test
  void dataThatHoldsNoNameWhereOneShouldBeIsWrittenAsItIs() {
    for (byte[] broken : new byte[][] {{}, {5}, {5, 'a'}, {(byte) 0xc0, 0}, {0x40, 0, 0}}) {
      int start = writer.position();
      RdataWriter.write(writer, RRType.NS, broken, 0, broken.length);
      assertThat(Arrays.copyOfRange(written(), start + 2, writer.position())).isEqualTo(broken);
    }
  }

  private String nameAt(int position) {
    StringBuilder text = new StringBuilder();
    int at = position;
    while (out.get(at) != 0) {
      int length = out.get(at) & 0xff;
      if (length >= 0xc0) {
        at = out.getShort(at) & 0x3fff;
        continue;
      }
      for (int i = 1; i <= length; i++) {
        text.append((char) out.get(at + i));
      }
      text.append('.');
      at += length + 1;
    }
    return text.toString();
  }

  private byte[] written() {
    byte[] bytes = new byte[writer.position()];
    out.get(0, bytes);
    return bytes;
  }

  private static byte[] name(String text) {
    return DomainName.parse(text).toWire();
  }
}
