package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff<String> backoff =
      new Backoff<>(Duration.ofMillis(20), Duration.ofSeconds(2));

  @Test
  void eachFailureWaitsTwiceAsLongUpToTheBound() {
    assertThat(backoff.failed("a")).isEqualTo(Duration.ofMillis(20));
    assertThat(backoff.failed("a")).isEqualTo(Duration.ofMillis(40));
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.failed("a")).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(2));
    }
    assertThat(backoff.failed("a")).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aSuccessBeginsAnewAndKeysDoNotShareTheirFailures() {
    assertThat(backoff.failed("a")).isEqualTo(Duration.ofMillis(20));
    assertThat(backoff.failed("b")).isEqualTo(Duration.ofMillis(20));

    backoff.succeeded("a");

    assertThat(backoff.failed("a")).isEqualTo(Duration.ofMillis(20));
    assertThat(backoff.failed("b")).isEqualTo(Duration.ofMillis(40));
  }
}
