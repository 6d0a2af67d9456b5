package io.zonewright.operator.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.zonewright.zone.compile.SourceId;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Writes the status of resources while this process leads, a few at a time, each only if it
 * differs. What a status should be is found out when its turn comes, so many changes make one
 * write.
 */
public final class StatusWriter {
  private static final Logger LOG = Logger.getLogger(StatusWriter.class);
  private static final Duration AFTER_CONFLICT = Duration.ofMillis(20);

  private final StatusMarksQueue queue;
  private final ZoneStatusWork zones;
  private final RecordSetStatusWork recordSets;
  private final AtomicLong failures = new AtomicLong();
  private volatile boolean leading;

  /**
   * A writer that does nothing until {@link #lead}.
   *
   * @param instance names this process in Events
   */
  public StatusWriter(
      StatusMarksQueue queue,
      Served served,
      Resources resources,
      KubernetesClient client,
      String instance,
      Clock clock) {
    StatusClient writes = new StatusClient(client);
    EventRecorder events = new EventRecorder(client, instance);
    this.queue = queue;
    this.zones = new ZoneStatusWork(served, resources, writes, events, clock);
    this.recordSets = new RecordSetStatusWork(served, resources, writes, events, clock);
  }

  /** Begins to take from the queue. */
  public void start(int workers) {
    queue.writes().start("status", workers, this::on);
  }

  /** Begins to write; whoever calls marks every resource afterwards. */
  public void lead() {
    leading = true;
  }

  /** Ceases to write. What is under way is refused by the API server if it has become stale. */
  public void follow() {
    leading = false;
  }

  /** Whether this process writes. */
  public boolean isLeading() {
    return leading;
  }

  /** How many writes failed and were tried again, since the start. */
  public long failures() {
    return failures.get();
  }

  private Optional<Duration> on(StatusKey key) {
    if (!leading) {
      return Optional.empty();
    }
    try {
      return key.kind() == StatusKey.Kind.ZONE ? onZone(key.id()) : recordSets.on(key.id());
    } catch (KubernetesClientException e) {
      return after(key, e);
    }
  }

  private Optional<Duration> onZone(SourceId id) {
    Optional<Duration> next = zones.on(id);
    queue.recordSets(StreamSupport.stream(recordSets.awaiting(id).spliterator(), false).toList());
    return next;
  }

  private Optional<Duration> after(StatusKey key, KubernetesClientException e) {
    return switch (e.getCode()) {
      case HttpURLConnection.HTTP_NOT_FOUND -> Optional.empty();
      case HttpURLConnection.HTTP_CONFLICT -> Optional.of(AFTER_CONFLICT);
      default -> {
        failures.incrementAndGet();
        LOG.warnf("the status of %s was not written: %s", key, e.getMessage());
        throw e;
      }
    };
  }
}
