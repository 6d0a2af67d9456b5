package io.zonewright.operator.status;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.zonewright.zone.compile.SourceId;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Writes the status of resources while this process leads, a few at a time, each only if it
 * differs. What a status should be is found out when its turn comes, so many changes make one
 * write.
 */
public final class StatusWriter {
  private static final Logger LOG = Logger.getLogger(StatusWriter.class);

  private final StatusMarksQueue queue;
  private final ZoneStatusWork zones;
  private final RecordSetStatusWork recordSets;
  private final Backoff<StatusKey> retries =
      new Backoff<>(Duration.ofMillis(20), Duration.ofSeconds(2));
  private final Complaints complaints = new Complaints(Duration.ofMinutes(1), System::nanoTime);
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
    zones.reset();
    recordSets.reset();
    retries.clear();
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
      Optional<Duration> next = work(key);
      retries.succeeded(key);
      return next;
    } catch (KubernetesClientException e) {
      return after(key, e);
    }
  }

  private Optional<Duration> work(StatusKey key) {
    return switch (key.kind()) {
      case ZONE -> zones.on(key.id());
      case PROOF -> onProof(key.id());
      case RECORD_SET -> recordSets.on(key.id());
    };
  }

  private Optional<Duration> onProof(SourceId zone) {
    queue.recordSets(recordSets.awaiting(zone));
    return Optional.empty();
  }

  private Optional<Duration> after(StatusKey key, KubernetesClientException e) {
    if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
      retries.succeeded(key);
      return Optional.empty();
    }
    if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
      failures.incrementAndGet();
      complaints
          .about("the status of %s was not written: %s".formatted(key, e.getMessage()))
          .ifPresent(LOG::warn);
    }
    return Optional.of(retries.failed(key));
  }
}
