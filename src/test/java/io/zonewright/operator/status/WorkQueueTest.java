package io.zonewright.operator.status;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
  private final WorkQueue<String> queue = new WorkQueue<>();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void aKeyAddedManyTimesBeforeItsTurnIsWorkedOnOnce() {
    queue.addAll(List.of("a", "b", "a", "a"));
    assertThat(queue.depth()).isEqualTo(2);

    queue.start("test", 1, this::note);

    eventually(() -> assertThat(done).containsExactly("a", "b"));
  }

  @Test
  void whatIsAddedWhileItIsWorkedOnComesRoundAgainAndNeverTwiceAtATime() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger atATime = new AtomicInteger();
    queue.start(
        "test",
        4,
        key -> {
          assertThat(atATime.incrementAndGet()).isEqualTo(1);
          begun.countDown();
          await(mayEnd);
          atATime.decrementAndGet();
          return note(key);
        });
    queue.add("a");
    begun.await();

    queue.add("a");
    queue.add("a");
    mayEnd.countDown();

    eventually(() -> assertThat(done).containsExactly("a", "a"));
  }

  @Test
  void aKeyComesBackAfterTheTimeItAsksFor() {
    queue.start(
        "test",
        1,
        key -> {
          note(key);
          return done.size() < 3 ? Optional.of(Duration.ofMillis(5)) : Optional.empty();
        });

    queue.add("a");

    eventually(() -> assertThat(done).containsExactly("a", "a", "a"));
  }

  @Test
  void workThatFailsIsTriedAgain() {
    queue.start(
        "test",
        1,
        key -> {
          note(key);
          if (done.size() < 3) {
            throw new IllegalStateException("as expected by this test");
          }
          return Optional.empty();
        });

    queue.add("a");

    eventually(() -> assertThat(done).containsExactly("a", "a", "a"));
  }

  @Test
  void anErrorDoesNotKeepAKeyBusyForEver() {
    queue.start(
        "test",
        1,
        key -> {
          note(key);
          if (done.size() < 2) {
            throw new AssertionError("as expected by this test");
          }
          return Optional.empty();
        });

    queue.add("a");

    eventually(() -> assertThat(done).containsExactly("a", "a"));
  }

  @Test
  void urgentKeysGoFirstAndLeaveEveryFourthTurnToTheOthers() {
    try (WorkQueue<String> mixed = new WorkQueue<>(key -> key.startsWith("z"))) {
      mixed.addAll(List.of("a", "b", "z1", "z2", "z3", "z4"));

      mixed.start("test", 1, this::note);

      eventually(() -> assertThat(done).containsExactly("z1", "z2", "z3", "a", "z4", "b"));
    }
  }

  private Optional<Duration> note(String key) {
    done.add(key);
    return Optional.empty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
