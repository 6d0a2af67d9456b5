package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A name server of a zone: one NS record of the apex and, inside the zone, its addresses.
 *
 * @param name absolute with a trailing dot
 * @param addresses of either family; empty for a name outside the zone
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NameServer(String name, List<String> addresses) {
  /** Absent addresses read as none, a missing name as an empty one. */
  public NameServer {
    name = requireNonNullElse(name, "");
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
  }
}
