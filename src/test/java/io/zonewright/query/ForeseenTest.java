package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ForeseenTest {
  private final Foreseen foreseen = new Foreseen(4);

  @Test
  void findsWhatWasReadAlsoIfSomeAreLeftOut() {
    ByteBuffer[] packets = {packet("A"), packet("AAAA"), ByteBuffer.allocate(4), packet("MX")};
    foreseen.read(packets, 4);

    assertThat(foreseen.find(packets[1])).isTrue();
    assertThat(foreseen.query().type()).isEqualTo(28);
    assertThat(foreseen.find(packets[2])).isFalse();
    assertThat(foreseen.find(packets[3])).isTrue();
    assertThat(foreseen.query().type()).isEqualTo(15);
  }

  @Test
  void readsAgainWhatItHasFoundOnce() {
    ByteBuffer packet = packet("A");
    foreseen.read(new ByteBuffer[] {packet}, 1);
    assertThat(foreseen.find(packet)).isTrue();

    packet.clear().put(Ask.of("www.example.", "MX").toPacket()).flip();

    assertThat(foreseen.find(packet)).isTrue();
    assertThat(foreseen.query().type()).isEqualTo(15);
  }

  @Test
  void readsWhatNobodyToldItOf() {
    foreseen.read(new ByteBuffer[] {packet("A")}, 1);

    assertThat(foreseen.find(packet("MX"))).isTrue();
    assertThat(foreseen.query().type()).isEqualTo(15);
  }

  private static ByteBuffer packet(String type) {
    return ByteBuffer.allocate(600).put(Ask.of("www.example.", type).toPacket()).flip();
  }
}
