package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageFramerTest {
  private final MessageFramer framer = new MessageFramer(65_535);

  @Test
  void waitsForTheWholeMessage() {
    framer.append(bytes(0));
    assertThat(framer.next()).isNull();
    framer.append(bytes(2, 7));
    assertThat(framer.next()).isNull();
    framer.append(bytes(8, 0));
    assertThat(framer.next()).isEqualTo(bytes(7, 8));
    assertThat(framer.next()).isNull();
  }

  @Test
  void handsOutAnEmptyMessageAsSuch() {
    framer.append(bytes(0, 0, 0, 1, 9));

    assertThat(framer.next()).isEqualTo(bytes());
    assertThat(framer.next()).isEqualTo(bytes(9));
  }

  @Test
  void cutsTheSameMessagesHoweverTheStreamIsSplit() {
    Random random = new Random(42);
    for (int round = 0; round < 200; round++) {
      List<ByteBuffer> sent = new ArrayList<>();
      List<ByteBuffer> got = new ArrayList<>();
      ByteBuffer stream = stream(random, sent);
      while (stream.hasRemaining()) {
        byte[] chunk = new byte[Math.min(stream.remaining(), 1 + random.nextInt(900))];
        stream.get(chunk);
        framer.append(ByteBuffer.wrap(chunk));
        for (ByteBuffer m = framer.next(); m != null; m = framer.next()) {
          got.add(m);
        }
      }
      assertThat(got).isEqualTo(sent);
    }
  }

  @Test
  void handsOutNothingFromATooLongMessageOn() {
    MessageFramer strict = new MessageFramer(3);
    strict.append(bytes(0, 3, 1, 2, 3, 0));
    assertThat(strict.next()).isEqualTo(bytes(1, 2, 3));
    assertThat(strict.isTooLong()).isFalse();
    strict.append(bytes(4, 1, 2, 3, 4));

    assertThat(strict.isTooLong()).isTrue();
    assertThat(strict.next()).isNull();
  }

  private static ByteBuffer stream(Random random, List<ByteBuffer> sent) {
    ByteBuffer stream = ByteBuffer.allocate(100_000);
    for (int i = 0; i < 20; i++) {
      byte[] message = new byte[random.nextInt(i == 7 ? 65536 : 1500)];
      random.nextBytes(message);
      sent.add(ByteBuffer.wrap(message));
      stream.putShort((short) message.length).put(message);
    }
    return stream.flip();
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.flip();
  }
}
