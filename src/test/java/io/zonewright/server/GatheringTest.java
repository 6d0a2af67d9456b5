package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

  private long now = Duration.ofHours(-1).toNanos();
  private final Gathering gathering = new Gathering(now);

  @Test
  void noQueryWaitsForOthersAtAPaceThatIsEasy() {
    assertThat(paysAtTheEndOf(50, 1)).isFalse();
  }

  @Test
  void norIfTheMomentOfLookingIsAnOddOne() {
    now += MILLISECOND * 3 / 2;

    gathering.pays(80, now);

    assertThat(gathering.pays(2, now)).isFalse();
  }

  @Test
  void fewAtATimeAtAHighPaceAreWorthWaitingFor() {
    assertThat(paysAtTheEndOf(50, 2)).isTrue();
  }

  @Test
  void manyAtATimeAreNot() {
    assertThat(paysAtTheEndOf(50, 40)).isFalse();
  }

  @Test
  void theFirstQueryAfterABusyTimeIsAnsweredAtOnce() {
    assertThat(paysAtTheEndOf(50, 2)).isTrue();

    now += Duration.ofSeconds(1).toNanos();

    assertThat(gathering.pays(1, now)).isFalse();
  }

  /** So many looks in each millisecond, with so many packets each. */
  private boolean paysAtTheEndOf(int looks, int packets) {
    boolean pays = false;
    for (int look = 0; look < 5 * looks; look++) {
      now += MILLISECOND / looks;
      pays = gathering.pays(packets, now);
    }
    return pays;
  }
}
