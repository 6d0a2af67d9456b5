package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.zonewright.zone.compile.SourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which state of each resource of one kind was taken last. Guarded by the desk. */
final class Shelf {
  private final Map<SourceId, Taken> taken = new HashMap<>();

  private record Taken(String uid, long version, long generation) {}

  /** How a resource compares to what was taken of it before. */
  enum Novelty {
    /** This state, or a later one, was taken already. */
    NONE,
    /** The same description with other metadata or status. */
    ECHO,
    /** Another description. */
    CHANGE,
    /** A resource that was not known, or that took the name of one that is gone. */
    SUCCESSOR
  }

  /** Takes a resource unless it is not new. */
  Novelty take(HasMetadata resource) {
    SourceId id = ZoneAssembler.id(resource);
    Taken now = new Taken(uid(resource), version(resource), ZoneAssembler.generation(resource));
    Novelty novelty = compare(taken.get(id), now);
    if (novelty != Novelty.NONE) {
      taken.put(id, now);
    }
    return novelty;
  }

  private static Novelty compare(@Nullable Taken last, Taken now) {
    if (last == null || !last.uid.equals(now.uid)) {
      return Novelty.SUCCESSOR;
    }
    if (last.version > 0 && now.version <= last.version) {
      return Novelty.NONE;
    }
    return last.generation == now.generation ? Novelty.ECHO : Novelty.CHANGE;
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

  /** Resource versions are numbers that grow; one that is not a number is always taken. */
  private static long version(HasMetadata resource) {
    try {
      return Long.parseLong(resource.getMetadata().getResourceVersion());
    } catch (NumberFormatException opaque) {
      return 0;
    }
  }
}
