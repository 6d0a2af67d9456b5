package io.zonewright.zone.compile;

import java.time.Instant;

/**
 * The rank of a candidate in a conflict: the older comes first, then the one first by namespace and
 * name.
 *
 * @param created when the resource was created, to the second as Kubernetes keeps it
 * @param id breaks ties
 */
public record Age(Instant created, SourceId id) implements Comparable<Age> {
  @Override
  public int compareTo(Age other) {
    int order = created.compareTo(other.created);
    return order != 0 ? order : id.compareTo(other.id);
  }
}
