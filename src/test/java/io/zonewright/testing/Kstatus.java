package io.zonewright.testing;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How an object fares in the eyes of Flux, Helm and whoever else reads it by the rules of kstatus
 * ({@code sigs.k8s.io/cli-utils/pkg/kstatus}), in the order in which kstatus asks.
 */
public enum Kstatus {
  TERMINATING,
  IN_PROGRESS,
  FAILED,
  CURRENT;

  /** Reads a whole object, metadata and status. */
  public static Kstatus of(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    if (metadata.has("deletionTimestamp")) {
      return TERMINATING;
    }
    JsonNode observed = object.at("/status/observedGeneration");
    if (observed.isNumber() && observed.asLong() != metadata.path("generation").asLong()) {
      return IN_PROGRESS;
    }
    if (holds(object, "Reconciling")) {
      return IN_PROGRESS;
    }
    if (holds(object, "Stalled")) {
      return FAILED;
    }
    String ready = condition(object, "Ready");
    return ready.equals("False") || ready.equals("Unknown") ? IN_PROGRESS : CURRENT;
  }

  private static boolean holds(JsonNode object, String type) {
    return condition(object, type).equals("True");
  }

  /** The status of a condition, empty if it is absent. */
  private static String condition(JsonNode object, String type) {
    return object
        .at("/status/conditions")
        .valueStream()
        .filter(condition -> condition.path("type").asText().equals(type))
        .map(condition -> condition.path("status").asText())
        .findFirst()
        .orElse("");
  }
}
