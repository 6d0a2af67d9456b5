package io.zonewright.zone.compile;

import java.util.List;

/**
 * What was last accepted of a record set, as its status keeps it.
 *
 * @param generation the generation that was accepted
 * @param fqdn the owner name, absolute with a trailing dot
 * @param ttl in seconds
 * @param data each record as {@code TYPE rdata} in presentation form
 */
public record LastGood(long generation, String fqdn, int ttl, List<String> data) {
  /** Copies the list. */
  public LastGood {
    data = List.copyOf(data);
  }

  /** What a status is to keep of a record set that is served. */
  public static LastGood of(CompiledRecordSet served) {
    return new LastGood(
        served.generation(), served.owner().toString(), served.ttl(), served.presentation());
  }
}
