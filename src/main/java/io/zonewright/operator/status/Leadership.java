package io.zonewright.operator.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which of the replicas writes status: the holder of a Lease. To lose it only stops the writing;
 * serving and taking in changes go on as before, and the lease is sought again for ever.
 */
public final class Leadership implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Leadership.class);

  /** After so many durations of the lease without an attempt the election is taken for dead. */
  private static final int LEASES_OF_SILENCE = 2;

  private final KubernetesClient client;
  private final Term term;
  private final Runnable gained;
  private final Runnable lost;
  private final Thread thread = Thread.ofVirtual().name("leadership").unstarted(this::run);
  private volatile boolean closed;
  private volatile @Nullable CompletableFuture<?> election;

  /**
   * The lease.
   *
   * @param namespace of the Lease
   * @param name of the Lease
   * @param identity names this process among its replicas
   * @param duration after so long without a renewal another may take it
   * @param renewDeadline after so long without a renewal the holder gives up
   * @param retryPeriod between attempts
   */
  public record Term(
      String namespace,
      String name,
      String identity,
      Duration duration,
      Duration renewDeadline,
      Duration retryPeriod) {}

  /** An election that calls back on other threads. */
  public Leadership(KubernetesClient client, Term term, Runnable gained, Runnable lost) {
    this.client = client;
    this.term = term;
    this.gained = gained;
    this.lost = lost;
  }

  /** Stands for election, and again whenever a term has ended, however it did. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!closed) {
        standForElection();
        Thread.sleep(term.retryPeriod);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the term has ended, or shows no life any more. */
  private void standForElection() throws InterruptedException {
    Callbacks callbacks = new Callbacks();
    WatchedLock lock = new WatchedLock(new LeaseLock(term.namespace, term.name, term.identity));
    try {
      CompletableFuture<?> current =
          client.leaderElector().withConfig(config(lock, callbacks)).build().start();
      election = current;
      awaitEnd(current, lock);
    } catch (RuntimeException e) {
      LOG.warnf(e, "the lease %s/%s could not be sought", term.namespace, term.name);
    } finally {
      callbacks.end(lost);
    }
  }

  private void awaitEnd(CompletableFuture<?> current, WatchedLock lock)
      throws InterruptedException {
    Duration patience = term.duration.multipliedBy(LEASES_OF_SILENCE);
    while (!closed && !isOver(current)) {
      if (lock.silence().compareTo(patience) > 0) {
        LOG.warnf("the election for %s/%s stands still: it begins anew", term.namespace, term.name);
        abandon(current);
        return;
      }
    }
  }

  private boolean isOver(CompletableFuture<?> current) throws InterruptedException {
    try {
      var _ = current.get(term.retryPeriod.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException | CancellationException e) {
      LOG.debugf(e, "a term has ended");
      return true;
    }
  }

  /** On a thread of its own, for it may wait for the call that hangs. */
  private static void abandon(CompletableFuture<?> current) {
    Thread.startVirtualThread(() -> current.cancel(true));
  }

  private LeaderElectionConfig config(Lock lock, Callbacks callbacks) {
    return new LeaderElectionConfigBuilder()
        .withName(term.name)
        .withLock(lock)
        .withLeaseDuration(term.duration)
        .withRenewDeadline(term.renewDeadline)
        .withRetryPeriod(term.retryPeriod)
        .withReleaseOnCancel(true)
        .withLeaderCallbacks(
            new LeaderCallbacks(
                () -> callbacks.tell(this::onGained),
                () -> callbacks.tell(this::onLost),
                this::onLeader))
        .build();
  }

  /**
   * What one term tells, one after the other. What is told late by a term that is over means
   * nothing to the next one.
   */
  private static final class Callbacks {
    private boolean over;

    synchronized void tell(Runnable callback) {
      if (!over) {
        callback.run();
      }
    }

    synchronized void end(Runnable last) {
      over = true;
      last.run();
    }
  }

  private void onGained() {
    LOG.infof("this process writes status now, as %s", term.identity);
    gained.run();
  }

  private void onLost() {
    LOG.info("this process writes no status any more");
    lost.run();
  }

  private void onLeader(@Nullable String leader) {
    LOG.debugf("the lease is held by %s", leader);
  }

  /** Gives the lease back, so that another replica need not wait for it to expire. */
  @Override
  public void close() {
    closed = true;
    CompletableFuture<?> current = election;
    if (current != null) {
      current.cancel(true);
    }
    try {
      boolean ended = thread.join(Duration.ofSeconds(2));
      LOG.debugf("the election has ended: %s", ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
