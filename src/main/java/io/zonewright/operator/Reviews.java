package io.zonewright.operator;

import java.time.Duration;

/**
 * Has the desk go through all that the caches hold every few hours, in case a change was lost on
 * its way, or tried in vain too often. It is a net, not a mechanism.
 */
final class Reviews implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofHours(10);

  private final Rounds rounds;

  Reviews(Runnable review) {
    rounds = new Rounds("reviews", PAUSE, review);
  }

  void start() {
    rounds.start();
  }

  @Override
  public void close() {
    rounds.close();
  }
}
