package io.zonewright.operator.status;

import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.dns.Serial;
import io.zonewright.operator.status.Sealer.Decision;
import io.zonewright.zone.compile.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Brings the status of one zone up to date, sealing its content when it is time. */
final class ZoneStatusWork {
  /** Counts and words alone are not worth more writes than one in so long. */
  private static final Duration BETWEEN_DETAILS = Duration.ofSeconds(1);

  /** So long a missing proof is not told, for one is missing after each seal and each start. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Served served;
  private final Resources resources;
  private final StatusClient client;
  private final EventRecorder events;
  private final Clock clock;
  private volatile Sealer sealer = new Sealer();
  private final Latest<DnsZone> latest = new Latest<>(System::nanoTime);
  private final Map<SourceId, Long> lastWrites = new ConcurrentHashMap<>();
  private final Map<SourceId, Long> unproven = new ConcurrentHashMap<>();

  ZoneStatusWork(
      Served served, Resources resources, StatusClient client, EventRecorder events, Clock clock) {
    this.served = served;
    this.resources = resources;
    this.client = client;
    this.events = events;
    this.clock = clock;
  }

  /** Writes what has to be written now, and says when to look again. */
  Optional<Duration> on(SourceId id) {
    DnsZone resource = latest.of(id, resources.zone(id));
    ZoneFacts facts = served.zone(id);
    if (resource == null || facts == null) {
      forget(id);
      return Optional.empty();
    }
    if (resource.getMetadata().getGeneration() != facts.verdict().generation()) {
      return Optional.empty(); // the desk is about to see the newer one, and marks it again
    }
    return switch (sealer.decide(id, facts, resource.getStatus(), clock.instant(), nanos())) {
      case Decision.Wait(Duration delay) -> Optional.of(delay);
      case Decision.Sealed() -> {
        adopt(id, resource.getStatus(), facts);
        yield write(id, resource, facts, null);
      }
      case Decision.Now(Seal seal) -> write(id, resource, facts, seal);
    };
  }

  /** What another process sealed is to be proven here too, whenever it came. */
  private void adopt(SourceId id, @Nullable DnsZoneStatus status, ZoneFacts facts) {
    if (status != null
        && status.serial() != null
        && status.contentDigest() != null
        && status.contentDigest().equals(facts.digest())) {
      served.adopt(id, Serial.of(status.serial()), status.contentDigest());
    }
  }

  private Optional<Duration> write(
      SourceId id, DnsZone resource, ZoneFacts facts, @Nullable Seal seal) {
    Duration patience = patience(id, facts);
    DnsZoneStatus status =
        ZoneReport.of(resource, facts, seal, patience.isPositive(), clock.instant());
    DnsZoneStatus last = resource.getStatus();
    if (status.equals(last)) {
      return later(patience);
    }
    if (last != null && ZoneReport.differInDetailsAlone(status, last) && restIn(id) > 0) {
      return Optional.of(Duration.ofNanos(restIn(id)));
    }
    DnsZone written = client.write(resource, status);
    latest.wrote(id, resource, written);
    lastWrites.put(id, nanos());
    if (seal != null) {
      var _ = unproven.putIfAbsent(id, nanos());
      sealer.sealed(id, nanos());
      served.sealed(id, seal.serial(), facts);
    }
    boolean stalled =
        events.transition(written, last == null ? null : last.conditions(), status.conditions());
    if (stalled) {
      tellRival(id, written, status);
    }
    return later(seal == null ? patience : PATIENCE);
  }

  private void tellRival(SourceId id, DnsZone loser, DnsZoneStatus status) {
    SourceId rival = served.rival(id);
    DnsZone winner = rival == null ? null : resources.zone(rival);
    if (winner != null) {
      events.duplicate(winner, loser, status.conditions());
    }
  }

  /** For how much longer a missing proof is not told. */
  private Duration patience(SourceId id, ZoneFacts facts) {
    if (facts.proven()) {
      unproven.remove(id);
      return Duration.ZERO;
    }
    long since = unproven.computeIfAbsent(id, first -> nanos());
    return Duration.ofNanos(Math.max(0, since + PATIENCE.toNanos() - nanos()));
  }

  private static Optional<Duration> later(Duration delay) {
    return Optional.of(delay).filter(Duration::isPositive);
  }

  private long restIn(SourceId id) {
    Long last = lastWrites.get(id);
    return last == null ? 0 : last + BETWEEN_DETAILS.toNanos() - nanos();
  }

  /** Forgets what is of an earlier term. */
  void reset() {
    latest.clear();
    lastWrites.clear();
    unproven.clear();
    sealer = new Sealer();
  }

  private void forget(SourceId id) {
    latest.forget(id);
    sealer.forget(id);
    lastWrites.remove(id);
    unproven.remove(id);
  }

  private static long nanos() {
    return System.nanoTime();
  }
}
