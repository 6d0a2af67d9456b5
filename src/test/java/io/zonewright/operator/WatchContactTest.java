package io.zonewright.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.operator.WatchContact.State;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchContactTest {
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final WatchContact contact = new WatchContact("DnsZone", now::get);

  @Test
  void theTimeSinceItWasLostGrowsUntilItIsFoundAgain() {
    assertThat(contact.lostFor()).isZero();
    find(State.LOST, 1);
    find(State.LOST, 8);
    assertThat(contact.lostFor()).isEqualTo(Duration.ofSeconds(7));
    find(State.OPEN, 9);
    assertThat(contact.lostFor()).isZero();
  }

  @Test
  void aShortLossIsNoNews() {
    find(State.LOST, 1);
    find(State.LOST, 3);
    find(State.OPEN, 4);
    assertThat(asked).hasValue(0);
  }

  @Test
  void aLongLossIsExplainedOnce() {
    for (int second = 1; second < 100; second++) {
      find(State.LOST, second);
    }
    assertThat(asked).hasValue(1);
    assertThat(contact.isStopped()).isFalse();
  }

  @Test
  void whatHasStoppedStaysSo() {
    find(State.STOPPED, 1);
    find(State.OPEN, 2);
    assertThat(contact.isStopped()).isTrue();
  }

  @Test
  void livenessDoesNotWaitForTheReason() {
    find(State.LOST, 1);
    now.set(Duration.ofSeconds(9).toNanos());

    contact.found(
        State.LOST,
        () ->
            "stopped: "
                + CompletableFuture.supplyAsync(contact::isStopped)
                    .orTimeout(5, TimeUnit.SECONDS)
                    .whenComplete((stopped, timeout) -> asked.addAndGet(timeout == null ? 1 : 100))
                    .join());

    assertThat(asked).hasValue(1);
  }

  private void find(State state, int second) {
    now.set(Duration.ofSeconds(second).toNanos());
    contact.found(
        state,
        () -> {
          asked.incrementAndGet();
          return "why";
        });
  }
}
