package io.zonewright.operator.status;

import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.dns.Serial;
import io.zonewright.zone.Zone;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the content of a zone gets a new serial, and which.
 *
 * <p>Content that differs from what the status names is sealed after a short quiet time, which
 * churn can stretch to a bound, and at most once a second, so that the serial does not outrun the
 * clock. The serial is the greatest of the one after the last, the Unix time and the zone's
 * minimum, in the arithmetic of RFC 1982: nothing is counted that a restart would forget.
 */
final class Sealer {
  private static final Duration QUIET = Duration.ofMillis(50);
  private static final Duration MOST_PATIENT = Duration.ofMillis(500);
  private static final Duration BETWEEN_SEALS = Duration.ofSeconds(1);

  private final Map<SourceId, Unsealed> unsealed = new ConcurrentHashMap<>();
  private final Map<SourceId, Long> lastSeals = new ConcurrentHashMap<>();

  /** What to do. */
  sealed interface Decision {
    /** The status names the content. */
    record Sealed() implements Decision {}

    /** Seal after so long. */
    record Wait(Duration delay) implements Decision {}

    /** Seal. */
    record Now(Seal seal) implements Decision {}
  }

  /** Content that is not sealed yet; times in nanoseconds of the monotonic clock. */
  private record Unsealed(String digest, long firstChange, long lastChange) {
    Unsealed seen(String current, long now) {
      return current.equals(digest) ? this : new Unsealed(current, firstChange, now);
    }

    long calmAt() {
      return Math.min(lastChange + QUIET.toNanos(), firstChange + MOST_PATIENT.toNanos());
    }
  }

  /** Decides for a zone as it is served now. */
  Decision decide(
      SourceId id, ZoneFacts facts, @Nullable DnsZoneStatus status, Instant time, long nanos) {
    ZoneSource served = facts.verdict().served();
    String digest = facts.digest();
    if (served == null || digest == null) {
      return new Decision.Sealed();
    }
    Serial previous = previous(facts, status);
    Serial minimum = Serial.of(served.soa().minimumSerial());
    if (isSealed(status, digest, previous) && !isBelow(previous, minimum)) {
      unsealed.remove(id);
      return new Decision.Sealed();
    }
    long due = dueIn(id, digest, nanos);
    return due > 0
        ? new Decision.Wait(Duration.ofNanos(due))
        : new Decision.Now(new Seal(next(previous, minimum, time), time, digest));
  }

  private long dueIn(SourceId id, String digest, long nanos) {
    Unsealed content =
        unsealed.merge(
            id, new Unsealed(digest, nanos, nanos), (known, now) -> known.seen(digest, nanos));
    long calm = content.calmAt() - nanos;
    Long last = lastSeals.get(id);
    return last == null ? calm : Math.max(calm, last + BETWEEN_SEALS.toNanos() - nanos);
  }

  /** The status names the content now; the next change begins a new quiet time. */
  void sealed(SourceId id, long nanos) {
    unsealed.remove(id);
    lastSeals.put(id, nanos);
  }

  /** Forgets a zone that is gone. */
  void forget(SourceId id) {
    unsealed.remove(id);
    lastSeals.remove(id);
  }

  /**
   * The highest serial that is known: adopted, written, or served; the last may come from another
   * resource that held the zone name before.
   */
  private static @Nullable Serial previous(ZoneFacts facts, @Nullable DnsZoneStatus status) {
    Zone zone = facts.verdict().zone();
    Serial written = status == null || status.serial() == null ? null : Serial.of(status.serial());
    return Stream.of(facts.serial(), written, zone == null ? null : zone.serial())
        .filter(Objects::nonNull)
        .reduce(Serial::max)
        .orElse(null);
  }

  /** A name that is served with a higher serial, after another resource, needs one above that. */
  private static boolean isSealed(
      @Nullable DnsZoneStatus status, String digest, @Nullable Serial previous) {
    return status != null
        && status.serial() != null
        && digest.equals(status.contentDigest())
        && (previous == null || !previous.isGreaterThan(Serial.of(status.serial())));
  }

  private static boolean isBelow(@Nullable Serial serial, Serial minimum) {
    return serial != null && minimum.bits() != 0 && minimum.isGreaterThan(serial);
  }

  private static Serial next(@Nullable Serial previous, Serial minimum, Instant time) {
    Serial clock = new Serial((int) time.getEpochSecond());
    Serial least = minimum.bits() == 0 ? clock : minimum.max(clock);
    return previous == null ? least : previous.next().max(least);
  }
}
