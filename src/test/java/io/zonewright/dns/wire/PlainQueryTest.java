package io.zonewright.dns.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlainQueryTest {
  private final PlainQuery plain = new PlainQuery();
  private final QueryMessage message = new QueryMessage();

  @Test
  void foldsEachOctetAsDomainNamesDo() {
    for (int octet = 0; octet < 256; octet++) {
      long word = octet * 0x0101_0101_0101_0101L;
      long folded = (DomainName.fold((byte) octet) & 0xffL) * 0x0101_0101_0101_0101L;
      assertThat(PlainQuery.fold(word)).as("octet %d", octet).isEqualTo(folded);
    }
  }

  @Test
  void aNameHasOneHashInLowerCaseAndAnotherInAllOthers() {
    long lower = hash("www.example", 1);

    assertThat(hash("www.example", 1)).isEqualTo(lower);
    assertThat(hash("wWw.example", 1)).isEqualTo(hash("www.EXAMPLE", 1)).isNotEqualTo(lower);
    assertThat(hash("www.example", 28)).isNotEqualTo(lower);
    assertThat(hash("ww.wexample", 1)).isNotEqualTo(lower);
  }

  @Test
  void whatLiesBehindThePacketDoesNotMatter() {
    byte[] packet = Packet.query("www.example", 1, 0).toBytes();
    ByteBuffer dirty = ByteBuffer.wrap("x".repeat(600).getBytes(US_ASCII));
    dirty.put(0, packet).limit(packet.length);

    assertThat(plain.read(dirty)).isTrue();
    assertThat(dirty.limit()).isEqualTo(packet.length);
    assertThat(plain.hash()).isEqualTo(hash("www.example", 1));
  }

  @Test
  void leavesToOthersWhatIsNotPlain() {
    assertThat(read(Packet.query("www.example", 1, 1).opt(new byte[] {0, 3, 0, 0}))).isFalse();
    assertThat(read(Packet.query("www.example", 1, 1).record("x", 1, new byte[4]))).isFalse();
    assertThat(read(Packet.header(0x0800, 1, 0, 0, 0).name("www.example").u16(1).u16(1))).isFalse();
    assertThat(read(Packet.header(0x8000, 1, 0, 0, 0).name("www.example").u16(1).u16(1))).isFalse();
    assertThat(read(Packet.header(0, 1, 0, 0, 0).name("www.example").u16(1).u16(3))).isFalse();
    assertThat(read(Packet.query("www.example", 1, 0).u8(0))).isFalse();
    assertThat(read(Packet.header(0, 1, 0, 0, 0))).isFalse();
    assertThat(read(Packet.empty())).isFalse();
  }

  @Test
  void readsNothingOtherwiseThanTheReaderOfAllQueries() {
    SplittableRandom random = new SplittableRandom(11);
    int plainOnes = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] packet = random.nextBoolean() ? query(random) : mutate(query(random), random);
      if (plain.read(buffer(packet))) {
        plainOnes++;
        assertReadAlike(packet);
      }
    }
    assertThat(plainOnes).isGreaterThan(20_000);
  }

  private void assertReadAlike(byte[] packet) {
    QueryReader reader = new QueryReader(message);
    assertThat(reader.readHeader(ByteBuffer.wrap(packet)) && reader.readBody()).isTrue();
    assertThat(message.edns().isMalformed()).isFalse();
    assertThat(message.isResponse()).isFalse();
    assertThat(message.opcode()).isZero();
    assertThat(message.recordClass()).isEqualTo(1);
    assertThat(plain.type()).isEqualTo(message.type());
    assertThat(plain.nameLength()).isEqualTo(message.name().length());
    assertThat(plain.hasEdns()).isEqualTo(message.edns().isPresent());
    assertThat(plain.dnssecOk()).isEqualTo(message.edns().dnssecOk());
    assertThat(plain.payloadSize()).isEqualTo(message.edns().payloadSize());
    assertThat(message.edns().version()).isZero();
    for (int i = 0; i < plain.nameLength(); i++) {
      byte octet = (byte) (plain.word(i / 8) >>> (i % 8 * 8));
      assertThat(octet).isEqualTo(message.name().octets()[i]);
    }
  }

  private static byte[] query(SplittableRandom random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      name.append("aBc-1".charAt(random.nextInt(5))).append("X".repeat(random.nextInt(40)));
      name.append(i > 0 ? "." : "");
    }
    int type = random.nextInt(65_536);
    Packet packet = Packet.query(name.toString(), type, random.nextInt(2));
    byte[] octets = packet.toBytes();
    return octets[11] == 0 ? octets : packet.opt(new byte[0]).toBytes();
  }

  private static byte[] mutate(byte[] packet, SplittableRandom random) {
    packet[random.nextInt(packet.length)] ^= (byte) (1 << random.nextInt(8));
    return packet;
  }

  private long hash(String name, int type) {
    assertThat(read(Packet.query(name, type, 0))).isTrue();
    return plain.hash();
  }

  private boolean read(Packet packet) {
    return plain.read(buffer(packet.toBytes()));
  }

  private static ByteBuffer buffer(byte[] packet) {
    return ByteBuffer.allocate(packet.length + 300).put(packet).flip();
  }
}
