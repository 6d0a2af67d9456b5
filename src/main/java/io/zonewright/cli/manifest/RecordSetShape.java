package io.zonewright.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonewright.cli.manifest.Problem.Severity;
import java.util.List;

/**
 * What an API server sees and the compiler of record sets does not: the compiler gets one zone and
 * one data field, whatever the manifest has.
 */
final class RecordSetShape {
  private static final List<String> DATA =
      List.of(
          "addresses", "cname", "ns", "ptr", "mx", "txt", "srv", "caa", "svcb", "tlsa", "rdata");

  private RecordSetShape() {}

  /** Adds what is wrong with the spec. */
  static void check(JsonNode spec, Place place, List<Problem> problems) {
    if (spec.at("/zoneRef/name").asText("").isEmpty()) {
      problems.add(
          place.problem(
              Severity.ERROR, "spec.zoneRef.name", "write the metadata.name of a DnsZone here"));
    }
    List<String> present = DATA.stream().filter(spec::hasNonNull).toList();
    if (present.size() != 1) {
      String field = present.size() > 1 ? "spec." + present.get(1) : "spec";
      problems.add(
          place.problem(Severity.ERROR, field, "exactly one record data field must be set"));
    }
  }
}
