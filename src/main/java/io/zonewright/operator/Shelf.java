package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.zonewright.zone.compile.SourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which state of each resource of one kind was taken last. Guarded by the desk.
 *
 * <p>Which of two states is the later one is not asked: the SDK hands over what its cache holds,
 * one state of a resource after the other, and a cluster that was restored counts from an older
 * version on. A state that was handed over before the desk opened may be older than the one loaded
 * then; the SDK has the newer one follow, or the deletion.
 */
final class Shelf {
  private final Map<SourceId, Taken> taken = new HashMap<>();

  private record Taken(String uid, @Nullable String version, long generation) {
    static Taken of(HasMetadata resource) {
      return new Taken(
          Shelf.uid(resource),
          resource.getMetadata().getResourceVersion(),
          ZoneAssembler.generation(resource));
    }
  }

  /** How a resource compares to what was taken of it before. */
  enum Novelty {
    /** This state was taken last. */
    NONE,
    /** The same description with other metadata or status. */
    ECHO,
    /** Another description. */
    CHANGE,
    /** A resource that was not known, or that took the name of one that is gone. */
    SUCCESSOR
  }

  /** How new a resource is; it is not taken by that. */
  Novelty compare(HasMetadata resource) {
    Taken last = taken.get(ZoneAssembler.id(resource));
    Taken now = Taken.of(resource);
    if (last == null || !last.uid.equals(now.uid)) {
      return Novelty.SUCCESSOR;
    }
    if (last.version != null && last.version.equals(now.version)) {
      return Novelty.NONE;
    }
    return last.generation == now.generation ? Novelty.ECHO : Novelty.CHANGE;
  }

  /** Takes a resource, which is published by now: one that failed is as new as before. */
  void take(HasMetadata resource) {
    taken.put(ZoneAssembler.id(resource), Taken.of(resource));
  }

  /** Forgets a resource; false if it is not the one that was taken. */
  boolean remove(HasMetadata resource) {
    SourceId id = ZoneAssembler.id(resource);
    Taken last = taken.get(id);
    return last != null && last.uid.equals(uid(resource)) && taken.remove(id) != null;
  }

  Collection<SourceId> ids() {
    return List.copyOf(taken.keySet());
  }

  int size() {
    return taken.size();
  }

  private static String uid(HasMetadata resource) {
    return Objects.requireNonNullElse(resource.getMetadata().getUid(), "");
  }
}
