package io.zonewright.cli.serve;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuietMomentTest {
  private static final Duration LENGTH = Duration.ofMillis(5);

  private final AtomicInteger queries = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void comesOnceNobodyAsksAnyMore() {
    QuietMoment moment = new QuietMoment(this::askedUntilTheTenthLook, LENGTH);

    assertThat(moment.comes(Duration.ofMinutes(1))).isTrue();

    assertThat(looks).hasValueGreaterThan(10);
  }

  private long askedUntilTheTenthLook() {
    return looks.incrementAndGet() <= 10 ? queries.incrementAndGet() : queries.get();
  }

  @Test
  void doesNotComeWhileSomebodyAsks() {
    QuietMoment moment = new QuietMoment(queries::incrementAndGet, LENGTH);

    assertThat(moment.comes(LENGTH.multipliedBy(4))).isFalse();
  }

  @Test
  void isUsedOnAThreadOfItsOwn() {
    AtomicInteger done = new AtomicInteger();

    new QuietMoment(queries::get, LENGTH).use(Duration.ofMinutes(1), done::incrementAndGet);

    eventually(() -> assertThat(done).hasValue(1));
  }
}
