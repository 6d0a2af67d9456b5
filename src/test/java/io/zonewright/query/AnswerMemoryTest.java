package io.zonewright.query;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.wire.Packet;
import io.zonewright.dns.wire.PlainQuery;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {
  private static final int CAPACITY = 1 << 16;
  private static final long EDITION = 1;

  private final AnswerMemory memory = new AnswerMemory(CAPACITY);
  private final PlainQuery query = new PlainQuery();
  private final ByteBuffer message = ByteBuffer.allocate(4096);

  @Test
  void givesBackWhatWasPut() {
    read("www.example");
    message.put(query.questionEnd(), "tail".getBytes(US_ASCII));
    memory.put(query, EDITION, 77, 0x403, message, query.questionEnd(), query.questionEnd() + 4);

    int entry = memory.find(query, EDITION);
    ByteBuffer copy = ByteBuffer.allocate(10);
    memory.copyTail(entry, query, copy, 3);

    assertThat(memory.counts(entry)).isEqualTo(77);
    assertThat(memory.flags(entry)).isEqualTo(0x403);
    assertThat(memory.tailLength(entry)).isEqualTo(4);
    assertThat(copy.array()).containsExactly(0, 0, 0, 't', 'a', 'i', 'l', 0, 0, 0);
  }

  @Test
  void knowsNothingOfAnotherEdition() {
    put("www.example", 10);

    assertThat(memory.find(query, EDITION + 1)).isEqualTo(AnswerMemory.NONE);
  }

  @Test
  void newAnswersTakeThePlaceOfTheOldest() {
    int count = 10_000;
    for (int i = 0; i < count; i++) {
      put(host(i), 100);
      assertThat(isKnown(host(i))).as("the one just put").isTrue();
    }
    int fitting = CAPACITY / 200;
    long known = IntStream.range(count - fitting, count).filter(i -> isKnown(host(i))).count();
    assertThat(known)
        .as("of the newest, bar a few in crowded buckets")
        .isGreaterThan(fitting * 9 / 10);
    assertThat(isKnown(host(0))).isFalse();
  }

  @Test
  void beginsAnewBeforePositionsGrowIntoWhatTellsAnswersApart() {
    AnswerMemory small = new AnswerMemory(CAPACITY, 4 * CAPACITY);
    List<Integer> beginnings = new ArrayList<>();
    for (int i = 1; i < 10_000; i++) {
      put(small, host(i), 100);
      assertThat(isKnown(small, host(i))).as("the one just put").isTrue();
      if (!isKnown(small, host(i - 1))) {
        beginnings.add(i);
      }
    }
    assertThat(beginnings).as("where the one before is forgotten").hasSizeBetween(4, 8);
  }

  private static String host(int number) {
    return "host" + number + ".example";
  }

  @Test
  void anAnswerThatIsPutAgainIsTheNewOne() {
    put("www.example", 10);
    put("www.example", 20);

    assertThat(memory.tailLength(memory.find(query, EDITION))).isEqualTo(20);
  }

  @Test
  void aVeryLongAnswerIsNotKept() {
    put("www.example", 1025);

    assertThat(isKnown("www.example")).isFalse();
  }

  private void put(String name, int length) {
    put(memory, name, length);
  }

  private void put(AnswerMemory into, String name, int length) {
    read(name);
    int tail = query.questionEnd();
    into.put(query, EDITION, 0, 0, message, tail, tail + length);
  }

  private boolean isKnown(String name) {
    return isKnown(memory, name);
  }

  private boolean isKnown(AnswerMemory of, String name) {
    read(name);
    return of.find(query, EDITION) != AnswerMemory.NONE;
  }

  private void read(String name) {
    byte[] packet = Packet.query(name, 1, 0).toBytes();
    assertThat(query.read(ByteBuffer.allocate(600).put(packet).flip())).isTrue();
  }
}
