package io.zonewright.ops;

import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;

/** Whether this process serves: its data is complete as of the start, and its sockets are bound. */
@Singleton
public final class ServingState {
  private volatile boolean serving;
  private volatile BooleanSupplier workers = () -> true;
  private volatile BooleanSupplier informers = () -> true;

  /** Says that queries are answered, or are not any more. */
  public void set(boolean isServing) {
    serving = isServing;
  }

  /** Whether queries are answered. */
  public boolean isServing() {
    return serving;
  }

  /** Says how to find out whether the threads that answer queries are alive. */
  public void watchWorkers(BooleanSupplier areAlive) {
    workers = areAlive;
  }

  /** Whether they are, if there should be any. */
  boolean areWorkersAlive() {
    return !serving || workers.getAsBoolean();
  }

  /** Says how to find out whether changes may still arrive. */
  public void watchInformers(BooleanSupplier mayFollow) {
    informers = mayFollow;
  }

  /** Whether changes arrive, or may do so again without a restart. */
  boolean isFollowing() {
    return informers.getAsBoolean();
  }
}
