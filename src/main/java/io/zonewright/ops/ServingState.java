package io.zonewright.ops;

import jakarta.inject.Singleton;

/** Whether this process serves: its data is complete as of the start, and its sockets are bound. */
@Singleton
public final class ServingState {
  private volatile boolean serving;

  /** Says that queries are answered, or are not any more. */
  public void set(boolean isServing) {
    serving = isServing;
  }

  /** Whether queries are answered. */
  public boolean isServing() {
    return serving;
  }
}
