package io.zonewright.operator.status;

import io.zonewright.zone.compile.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a generation of a resource stands; {@link Conditions} says it in conditions. */
sealed interface Standing {
  /** Served and proven. */
  record Programmed(String message) implements Standing {}

  /** Accepted, and not proven yet. */
  record RollingOut(String message) implements Standing {}

  /**
   * Not served as written.
   *
   * @param reason as it stands in a condition
   * @param waits whether it may resolve by itself
   */
  record Refused(String reason, String message, boolean waits) implements Standing {
    private static final int MOST = 5;

    /**
     * Says what is wrong, and what is served instead.
     *
     * @param findings at least one
     * @param stillServed the older generation that is served, or null if none is
     */
    static Refused of(List<Finding> findings, @Nullable Long stillServed) {
      String wrong =
          findings.stream().limit(MOST).map(Finding::text).collect(Collectors.joining("; "));
      String more = findings.size() > MOST ? "; and " + (findings.size() - MOST) + " more" : "";
      String served =
          stillServed == null ? "" : " (generation " + stillServed + " is still served)";
      Finding first = findings.getFirst();
      boolean waits = findings.stream().allMatch(finding -> finding.reason().waits());
      return new Refused(first.reason().text(), wrong + more + served, waits);
    }
  }
}
