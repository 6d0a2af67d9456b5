package io.zonewright.ops;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for a value at most once in a while, because one scrape reads it many times. */
final class RecentValue<T> implements Supplier<T> {
  private final Supplier<T> source;
  private final Duration fresh;
  private @Nullable T value;
  private long taken;

  RecentValue(Supplier<T> source, Duration fresh) {
    this.source = source;
    this.fresh = fresh;
  }

  @Override
  public synchronized T get() {
    T current = value;
    if (current == null || System.nanoTime() - taken > fresh.toNanos()) {
      current = source.get();
      value = current;
      taken = System.nanoTime();
    }
    return current;
  }
}
