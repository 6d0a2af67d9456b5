package io.zonewright.operator.status;

import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsRecordSetStatus;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.operator.status.Served.RecordSetFacts;
import io.zonewright.zone.compile.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings the status of one record set up to date. */
final class RecordSetStatusWork {
  /** So long an accepted record set may wait for its proof before its status says that it does. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Served served;
  private final Resources resources;
  private final StatusClient client;
  private final EventRecorder events;
  private final Clock clock;
  private final AwaitingProof awaiting = new AwaitingProof();
  private final Latest<DnsRecordSet> latest = new Latest<>(System::nanoTime);

  RecordSetStatusWork(
      Served served, Resources resources, StatusClient client, EventRecorder events, Clock clock) {
    this.served = served;
    this.resources = resources;
    this.client = client;
    this.events = events;
    this.clock = clock;
  }

  /** The record sets that wait for a proof of this zone. */
  List<SourceId> awaiting(SourceId zone) {
    return awaiting.of(zone);
  }

  /** Writes what has to be written now, and says when to look again. */
  Optional<Duration> on(SourceId id) {
    DnsRecordSet resource = latest.of(id, resources.recordSet(id));
    if (resource == null) {
      forget(id);
      return Optional.empty();
    }
    SourceId zone = new SourceId(id.namespace(), resource.getSpec().zoneRef().name());
    RecordSetFacts facts = served.recordSet(id, zone);
    if (facts == null || resource.getMetadata().getGeneration() != facts.verdict().generation()) {
      return Optional.empty(); // the desk is about to see the newer one, and marks it again
    }
    if (!RecordSetReport.awaitsProof(resource, facts)) {
      awaiting.remove(id);
      write(id, zone, resource, facts);
      return Optional.empty();
    }
    return await(id, zone, resource, facts);
  }

  private Optional<Duration> await(
      SourceId id, SourceId zone, DnsRecordSet resource, RecordSetFacts facts) {
    Duration waited = awaiting.add(id, zone);
    RecordSetFacts since = served.recordSet(id, zone);
    if (since != null && since.proven()) {
      return Optional.of(Duration.ZERO); // proven before it was known to wait
    }
    if (waited.compareTo(PATIENCE) < 0) {
      return Optional.of(PATIENCE.minus(waited));
    }
    write(id, zone, resource, facts);
    return Optional.empty();
  }

  private void write(SourceId id, SourceId zone, DnsRecordSet resource, RecordSetFacts facts) {
    DnsRecordSetStatus status = RecordSetReport.of(resource, facts, clock.instant());
    DnsRecordSetStatus last = resource.getStatus();
    if (status.equals(last)) {
      return;
    }
    DnsRecordSet written = client.write(resource, status);
    latest.wrote(id, resource, written);
    boolean stalled =
        events.transition(written, last == null ? null : last.conditions(), status.conditions());
    DnsZone owner = stalled ? resources.zone(zone) : null;
    if (owner != null) {
      events.conflict(owner, written, status.conditions());
    }
  }

  /** Forgets what is of an earlier term. */
  void reset() {
    latest.clear();
    awaiting.clear();
  }

  private void forget(SourceId id) {
    latest.forget(id);
    awaiting.remove(id);
  }
}
