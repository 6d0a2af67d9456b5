package io.zonewright.operator.status;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes one sentence in an interval of what fails over and over again, for many resources. */
final class Complaints {
  private final Duration interval;
  private final LongSupplier nanos;
  private @Nullable Long last;
  private long unsaid;

  Complaints(Duration interval, LongSupplier nanos) {
    this.interval = interval;
    this.nanos = nanos;
  }

  /** What to say of a failure: itself and how many were not spoken of, or nothing for now. */
  synchronized Optional<String> about(String failure) {
    long now = nanos.getAsLong();
    if (last != null && now - last < interval.toNanos()) {
      unsaid++;
      return Optional.empty();
    }
    String others =
        unsaid == 0 ? "" : " (and %d more failures since the last word)".formatted(unsaid);
    last = now;
    unsaid = 0;
    return Optional.of(failure + others);
  }
}
