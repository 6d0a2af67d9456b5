package io.zonewright.operator;

import java.time.Duration;

/** Does the same again and again, with a pause before each time. */
final class Rounds implements AutoCloseable {
  private final Duration pause;
  private final Runnable round;
  private final Thread thread;

  Rounds(String name, Duration pause, Runnable round) {
    this.pause = pause;
    this.round = round;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(pause);
        round.run();
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
