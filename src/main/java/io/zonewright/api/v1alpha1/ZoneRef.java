package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * Which DnsZone a record set belongs to.
 *
 * @param name {@code metadata.name} of a DnsZone of the same namespace
 */
public record ZoneRef(@JsonDeserialize(using = SharedText.class) String name) {
  /** A missing name reads as empty, which names no zone. */
  public ZoneRef {
    name = requireNonNullElse(name, "");
  }
}
