package io.zonewright.server;

import java.time.Duration;

/**
 * Tells when it pays to let packets gather before they are looked for: when so many come that a few
 * are there whenever one looks, and looking costs more than answering. Network cards moderate their
 * interrupts in the same way. Below that pace no query waits.
 */
final class Gathering {
  /**
   * How long to wait for more. With the slack that the system gives its timers (50 microseconds,
   * prctl(2)) it becomes less than a tenth of a millisecond.
   */
  static final Duration PAUSE = Duration.ofNanos(20_000);

  /** So many in a row are worth their system calls; and there may be more already. */
  private static final int ENOUGH = 32;

  private static final long WINDOW = Duration.ofMillis(1).toNanos();

  /** Packets in a window, which is 75 000 a second of one worker. */
  private static final int MANY = 75;

  private long windowStart;
  private int packets;
  private boolean busy;

  Gathering(long now) {
    windowStart = now;
  }

  /**
   * Whether to wait now.
   *
   * @param last how many packets came at the last look
   * @param now as of {@link System#nanoTime}
   */
  boolean pays(int last, long now) {
    packets += last;
    long elapsed = now - windowStart;
    if (elapsed >= WINDOW) {
      busy = packets * WINDOW >= elapsed * MANY;
      packets = 0;
      windowStart = now;
    }
    return busy && last < ENOUGH;
  }
}
