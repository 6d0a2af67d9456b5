package io.zonewright.operator;

import java.time.Duration;

/**
 * Has the desk go through all that the caches hold every few hours, in case a change was lost on
 * its way, or tried in vain too often. It is a net, not a mechanism.
 */
final class Reviews implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofHours(10);

  private final Runnable review;
  private final Thread thread = Thread.ofVirtual().name("reviews").unstarted(this::run);

  Reviews(Runnable review) {
    this.review = review;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        review.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
