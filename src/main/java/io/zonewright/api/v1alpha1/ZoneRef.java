package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

/**
 * Which DnsZone a record set belongs to.
 *
 * @param name {@code metadata.name} of a DnsZone of the same namespace
 */
public record ZoneRef(String name) {
  /** A missing name reads as empty, which names no zone. */
  public ZoneRef {
    name = requireNonNullElse(name, "");
  }
}
