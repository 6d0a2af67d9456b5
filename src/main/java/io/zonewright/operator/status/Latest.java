package io.zonewright.operator.status;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.zonewright.zone.compile.SourceId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Resources as this process wrote them last, until the cache has caught up: a status is never
 * computed from a state that is known to be old.
 */
final class Latest<R extends HasMetadata> {
  private final Map<SourceId, R> written = new ConcurrentHashMap<>();

  void wrote(SourceId id, R resource) {
    written.put(id, resource);
  }

  void forget(SourceId id) {
    written.remove(id);
  }

  void clear() {
    written.clear();
  }

  /** The newer of what the cache holds and what was written; null if the resource is gone. */
  @Nullable R of(SourceId id, @Nullable R cached) {
    R own = written.get(id);
    if (own == null || cached == null || !isAhead(own, cached)) {
      written.remove(id);
      return cached;
    }
    return own;
  }

  private static boolean isAhead(HasMetadata own, HasMetadata cached) {
    return own.getMetadata().getUid().equals(cached.getMetadata().getUid())
        && version(own) > version(cached);
  }

  private static long version(HasMetadata resource) {
    try {
      return Long.parseLong(resource.getMetadata().getResourceVersion());
    } catch (NumberFormatException opaque) {
      return 0;
    }
  }
}
