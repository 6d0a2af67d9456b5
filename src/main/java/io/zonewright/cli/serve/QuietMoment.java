package io.zonewright.cli.serve;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A time in which nobody asks. What stops all threads for a moment, as a full collection does, then
 * delays no answer.
 */
public final class QuietMoment {
  private final LongSupplier queries;
  private final Duration length;

  /**
   * Prepares to wait for one.
   *
   * @param queries how many there were so far
   * @param length for how long none must come
   */
  public QuietMoment(LongSupplier queries, Duration length) {
    this.queries = queries;
    this.length = length;
  }

  /** Does something in the first such time, on a thread of its own; nothing if there is none. */
  public void use(Duration within, Runnable task) {
    Runnable waiting =
        () -> {
          if (comes(within)) {
            task.run();
          }
        };
    Thread.ofPlatform().daemon().name("zonewright-quiet-moment").start(waiting);
  }

  /** Waits for one: false if it did not come in time, or the thread was interrupted. */
  boolean comes(Duration within) {
    long end = System.nanoTime() + within.toNanos();
    try {
      while (System.nanoTime() - end < 0) {
        long before = queries.getAsLong();
        Thread.sleep(length);
        if (queries.getAsLong() == before) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
