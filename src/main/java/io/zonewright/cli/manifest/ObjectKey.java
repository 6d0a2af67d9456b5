package io.zonewright.cli.manifest;

import io.zonewright.zone.compile.SourceId;

/**
 * What tells objects apart.
 *
 * @param kind such as {@code DnsZone}
 * @param id its namespace and name
 */
public record ObjectKey(String kind, SourceId id) {
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
