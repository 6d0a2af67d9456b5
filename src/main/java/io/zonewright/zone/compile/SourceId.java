package io.zonewright.zone.compile;

/**
 * Names the resource that a description came from.
 *
 * @param namespace the namespace, or a file's directory role outside a cluster
 * @param name unique among resources of one kind in the namespace
 */
public record SourceId(String namespace, String name) implements Comparable<SourceId> {
  @Override
  public int compareTo(SourceId other) {
    int order = namespace.compareTo(other.namespace);
    return order != 0 ? order : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
