package io.zonewright.operator;

import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Asks the informers of every kind each second whether changes arrive. */
final class WatchRounds implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Rounds rounds;

  /**
   * What is asked about one kind.
   *
   * @param contact where the answer is kept
   * @param informers of the kind, one for each namespace that is watched by itself
   * @param listing throws if the resources cannot even be listed
   */
  record Watched(
      WatchContact contact,
      Supplier<Collection<InformerHealthIndicator>> informers,
      Runnable listing) {

    void look() {
      contact.found(state(informers.get()), this::why);
    }

    private static WatchContact.State state(Collection<InformerHealthIndicator> informers) {
      if (!informers.stream().allMatch(InformerHealthIndicator::isRunning)) {
        return WatchContact.State.STOPPED;
      }
      return informers.stream().allMatch(InformerHealthIndicator::isWatching)
          ? WatchContact.State.OPEN
          : WatchContact.State.LOST;
    }

    private String why() {
      try {
        listing.run();
        return "they can be listed, but not watched";
      } catch (RuntimeException e) {
        return String.valueOf(e.getMessage());
      }
    }
  }

  WatchRounds(List<Watched> all) {
    rounds = new Rounds("watch-rounds", PAUSE, () -> all.forEach(Watched::look));
  }

  void start() {
    rounds.start();
  }

  /** Informers that are stopped with the process have not failed. */
  @Override
  public void close() {
    rounds.close();
  }
}
