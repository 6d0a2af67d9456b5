package io.zonewright.operator.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which of the replicas writes status: the holder of a Lease. To lose it only stops the writing;
 * serving and taking in changes go on as before, and the lease is sought again for ever.
 */
public final class Leadership implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Leadership.class);

  private final KubernetesClient client;
  private final Term term;
  private final Runnable gained;
  private final Runnable lost;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closed;
  private @Nullable CompletableFuture<?> election;

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

  /** Stands for election, and again whenever a term has ended. */
  public synchronized void start() {
    if (closed) {
      return;
    }
    CompletableFuture<?> current = client.leaderElector().withConfig(config()).build().start();
    election = current;
    var _ = current.whenComplete((none, failure) -> endOfTerm());
  }

  private void endOfTerm() {
    lost.run();
    if (!closed) {
      executor.execute(this::startAgain);
    }
  }

  private void startAgain() {
    LOG.infof("the lease %s/%s is sought again", term.namespace, term.name);
    try {
      Thread.sleep(term.retryPeriod);
      start();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private LeaderElectionConfig config() {
    return new LeaderElectionConfigBuilder()
        .withName(term.name)
        .withLock(new LeaseLock(term.namespace, term.name, term.identity))
        .withLeaseDuration(term.duration)
        .withRenewDeadline(term.renewDeadline)
        .withRetryPeriod(term.retryPeriod)
        .withReleaseOnCancel(true)
        .withLeaderCallbacks(new LeaderCallbacks(this::onGained, this::onLost, this::onLeader))
        .build();
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
    executor.shutdown();
    try {
      boolean ended = executor.awaitTermination(2, TimeUnit.SECONDS);
      LOG.debugf("the election has ended: %s", ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
