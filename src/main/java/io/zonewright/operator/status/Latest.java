package io.zonewright.operator.status;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.zonewright.zone.compile.SourceId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Resources as this process wrote them last, until the cache has caught up: a status is never
 * computed from a state that is known to be old.
 *
 * <p>As in the desk's shelves, which of two versions is the later one is not asked, for a cluster
 * that was restored counts from an older version on. The cache lags while it holds a version that a
 * write of this process followed; the API server lets nothing come between the two. If it holds one
 * for longer than any lag, the write is lost to the cluster.
 */
final class Latest<R extends HasMetadata> {
  private static final Duration LONGEST_LAG = Duration.ofSeconds(30);

  private final LongSupplier nanos;
  private final Map<SourceId, Written<R>> written = new ConcurrentHashMap<>();

  /**
   * What was written.
   *
   * @param followed the versions that it comes after
   * @param since when it was written, in nanoseconds of the monotonic clock
   */
  private record Written<R extends HasMetadata>(R resource, Set<String> followed, long since) {}

  /** Takes the time from a monotonic clock. */
  Latest(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Takes note of a write, and of the state that it was computed from. */
  void wrote(SourceId id, R read, R resource) {
    Written<R> before = written.get(id);
    Set<String> followed =
        before != null && version(before.resource).equals(version(read))
            ? before.followed
            : new HashSet<>();
    followed.add(version(read));
    followed.remove(version(resource)); // the API server found no difference
    written.put(id, new Written<>(resource, followed, nanos.getAsLong()));
  }

  void forget(SourceId id) {
    written.remove(id);
  }

  void clear() {
    written.clear();
  }

  /** The later of what the cache holds and what was written; null if the resource is gone. */
  @Nullable R of(SourceId id, @Nullable R cached) {
    Written<R> own = written.get(id);
    if (own == null || cached == null || !isAhead(own, cached)) {
      written.remove(id);
      return cached;
    }
    return own.resource;
  }

  private boolean isAhead(Written<R> own, R cached) {
    return own.followed.contains(version(cached))
        && nanos.getAsLong() - own.since < LONGEST_LAG.toNanos();
  }

  private static String version(HasMetadata resource) {
    return Objects.requireNonNullElse(resource.getMetadata().getResourceVersion(), "");
  }
}
