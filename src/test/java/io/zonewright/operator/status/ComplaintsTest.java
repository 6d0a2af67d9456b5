package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
  private final AtomicLong now = new AtomicLong();
  private final Complaints complaints = new Complaints(Duration.ofMinutes(1), now::get);

  @Test
  void theFirstFailureIsSpokenOfAtOnce() {
    assertThat(complaints.about("forbidden")).contains("forbidden");
  }

  @Test
  void manyFailuresMakeOneSentenceInAnInterval() {
    assertThat(complaints.about("first")).isPresent();
    for (int i = 0; i < 500; i++) {
      assertThat(complaints.about("another")).isEmpty();
    }

    now.set(Duration.ofMinutes(1).toNanos());

    assertThat(complaints.about("last"))
        .contains("last (and 500 more failures since the last word)");
    assertThat(complaints.about("another")).isEmpty();
    now.set(Duration.ofMinutes(2).toNanos());
    assertThat(complaints.about("next")).contains("next (and 1 more failures since the last word)");
  }
}
