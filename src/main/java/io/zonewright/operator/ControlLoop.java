package io.zonewright.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.operator.status.AddressFamily;
import io.zonewright.operator.status.Leadership;
import io.zonewright.operator.status.ServiceProof;
import io.zonewright.operator.status.StatusMarksQueue;
import io.zonewright.operator.status.StatusWriter;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The operator from its start to its end, in the order that never serves an empty world: caches
 * synced ({@link #start}), first catalog published, sockets bound by the caller, then proofs and
 * leadership ({@link #serve}).
 */
@Singleton
public final class ControlLoop {
  private static final Logger LOG = Logger.getLogger(ControlLoop.class);

  private final Operator operator;
  private final KubernetesClient client;
  private final OperatorConfig config;
  private final StatusMarksQueue queue;
  private final Desk desk;
  private final String identity;
  private final WatchContact zones = new WatchContact("DnsZone", System::nanoTime);
  private final WatchContact recordSets = new WatchContact("DnsRecordSet", System::nanoTime);
  private volatile @Nullable StatusWriter writer;
  private @Nullable Leadership leadership;
  private @Nullable WatchRounds rounds;
  private @Nullable Reviews reviews;
  private volatile boolean synced;

  ControlLoop(
      Operator operator,
      KubernetesClient client,
      OperatorConfig config,
      StatusMarksQueue queue,
      Desk desk) {
    this.operator = operator;
    this.client = client;
    this.config = config;
    this.queue = queue;
    this.desk = desk;
    this.identity = config.identity().orElseGet(ControlLoop::randomIdentity);
  }

  private static String randomIdentity() {
    String host = Objects.requireNonNullElse(System.getenv("HOSTNAME"), "zonewright");
    return host + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /**
   * Returns when the catalog holds what the cluster says. Waits for the API server as long as it
   * takes.
   */
  public void start() throws InterruptedException {
    ApiServerWait apiServer = new ApiServerWait(client, config.namespaces().orElse(List.of()));
    apiServer.await();
    operator.start();
    ResourceCaches caches = new ResourceCaches(operator);
    watchInformers(caches, apiServer);
    desk.open(caches::zones, caches::recordSets);
    reviews = new Reviews(() -> desk.review(caches::zones, caches::recordSets));
    reviews.start();
    writer = new StatusWriter(queue, desk, caches, client, identity, Clock.systemUTC());
    synced = true;
    LOG.infof("%s", desk.figures());
  }

  private void watchInformers(ResourceCaches caches, ApiServerWait apiServer) {
    rounds =
        new WatchRounds(
            List.of(
                new WatchRounds.Watched(
                    zones, caches::zoneInformers, () -> apiServer.list(DnsZone.class)),
                new WatchRounds.Watched(
                    recordSets,
                    caches::recordSetInformers,
                    () -> apiServer.list(DnsRecordSet.class))));
    rounds.start();
  }

  /** Whether changes of each kind arrive. */
  public List<WatchContact> contacts() {
    return List.of(zones, recordSets);
  }

  /** Whether what was lost may come back: false once the changes of a kind will never arrive. */
  public boolean isFollowing() {
    return contacts().stream().noneMatch(WatchContact::isStopped);
  }

  /** Whether the catalog holds what the cluster says, or said last. */
  public boolean isSynced() {
    return synced;
  }

  /** Whether this process writes status. */
  public boolean isLeading() {
    StatusWriter current = writer;
    return current != null && current.isLeading();
  }

  /** How many statuses wait for their turn. */
  public int statusesWaiting() {
    return queue.depth();
  }

  /** How many writes of status failed and were tried again, since the start. */
  public long statusFailures() {
    StatusWriter current = writer;
    return current == null ? 0 : current.failures();
  }

  /**
   * Begins to prove and to report.
   *
   * @param listeners the addresses bound for UDP
   */
  public void serve(Supplier<List<InetSocketAddress>> listeners) {
    StatusWriter reports = Objects.requireNonNull(writer, "start comes before serve");
    new ServiceProof(queue, desk, listeners, AddressFamily.configured(config.listen())).start();
    reports.start(config.status().writers());
    leadership = new Leadership(client, term(), () -> lead(reports), reports::follow);
    leadership.start();
  }

  private void lead(StatusWriter reports) {
    reports.lead();
    desk.markAll();
  }

  /** Ceases to report and to take in changes. What is published goes on being served. */
  public void stop() {
    if (rounds != null) {
      rounds.close();
    }
    if (reviews != null) {
      reviews.close();
    }
    if (leadership != null) {
      leadership.close();
    }
    queue.close();
    operator.stop();
  }

  private Leadership.Term term() {
    OperatorConfig.Lease lease = config.lease();
    return new Leadership.Term(
        lease.namespace().orElseGet(this::ownNamespace),
        lease.name(),
        identity,
        lease.duration(),
        lease.renewDeadline(),
        lease.retryPeriod());
  }

  /** That of the service account or the kubeconfig. */
  private String ownNamespace() {
    return Objects.requireNonNullElse(client.getNamespace(), "default");
  }
}
