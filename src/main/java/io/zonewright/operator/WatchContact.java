package io.zonewright.operator;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether changes of one kind of resource arrive, and since when they do not; each turn of it is
 * one sentence in the log.
 */
public final class WatchContact {
  private static final Logger LOG = Logger.getLogger(WatchContact.class);

  /** A watch ends every few minutes and opens again within a second or two: no news. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String kind;
  private final LongSupplier nanos;
  private State told = State.OPEN;
  private @Nullable Long lostAt;

  /** How a watch is found. */
  enum State {
    /** Changes arrive. */
    OPEN,
    /** They do not, and it is tried again. */
    LOST,
    /** They never will again in this process. */
    STOPPED
  }

  /**
   * A contact that is open so far.
   *
   * @param kind of the resources
   * @param nanos the time, as by {@link System#nanoTime}
   */
  WatchContact(String kind, LongSupplier nanos) {
    this.kind = kind;
    this.nanos = nanos;
  }

  /** The kind of the resources, such as {@code DnsZone}. */
  public String kind() {
    return kind;
  }

  /** For how long changes have not arrived; zero while they do. */
  public synchronized Duration lostFor() {
    return lostAt == null ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - lostAt);
  }

  /** Whether only a restart mends it. */
  synchronized boolean isStopped() {
    return told == State.STOPPED;
  }

  /**
   * Takes note of what was found. Why is asked for only when it has to be told, and while nobody
   * waits for it: the API server may take long to say, and probes of liveness do not wait.
   */
  void found(State state, Supplier<String> why) {
    Duration lost = lostFor();
    if (isNews(state)) {
      tell(state, lost, why);
    }
  }

  private synchronized boolean isNews(State state) {
    if (state == State.OPEN) {
      lostAt = null;
    } else if (lostAt == null) {
      lostAt = nanos.getAsLong();
    }
    boolean early = state == State.LOST && lostFor().compareTo(PATIENCE) < 0;
    if (state == told || told == State.STOPPED || early) {
      return false;
    }
    told = state;
    return true;
  }

  private void tell(State state, Duration lost, Supplier<String> why) {
    switch (state) {
      case OPEN -> LOG.infof("%s: changes arrive again, after %d s", kind, lost.toSeconds());
      case LOST ->
          LOG.warnf("%s: changes do not arrive, and what was known is served: %s", kind, why.get());
      case STOPPED ->
          LOG.errorf(
              "%s: changes will not arrive any more. What was known is served until this process is"
                  + " restarted, which its liveness asks for.",
              kind);
    }
  }
}
