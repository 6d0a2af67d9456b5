package io.zonewright.operator.status;

import io.zonewright.dns.Serial;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the listeners of this process answered when they were asked for the serial of a zone.
 *
 * @param serial that was expected
 * @param families how far each of both answered with it
 */
public record Evidence(Serial serial, Map<AddressFamily, Reach> families) {
  /** Keeps the families in their order. */
  public Evidence {
    families = Collections.unmodifiableMap(new EnumMap<>(families));
  }

  /** Whether every family that should be served is, and at least one. */
  public boolean isComplete() {
    return has(Reach.SERVED::equals) && !has(Reach::isMissing);
  }

  /**
   * Says which families are served and which are not. What is missing is told without the serial,
   * for it stays the same sentence while the serial goes on.
   */
  String sentence() {
    String served = list(Reach.SERVED::equals);
    if (isComplete()) {
      String absent = list(Reach.ABSENT::equals);
      return "Serial %d is served over %s".formatted(serial.toLong(), served)
          + (absent.isEmpty()
              ? "."
              : ", not over " + absent + ": the server does not listen there.");
    }
    return "The newest serial is "
        + (served.isEmpty() ? "not served yet" : "served over " + served + ", but not yet")
        + " over %s.".formatted(list(Reach::isMissing));
  }

  private boolean has(Predicate<Reach> wanted) {
    return families.values().stream().anyMatch(wanted);
  }

  private String list(Predicate<Reach> wanted) {
    return families.entrySet().stream()
        .filter(family -> wanted.test(family.getValue()))
        .map(family -> family.getKey().text() + family.getValue().remark())
        .collect(Collectors.joining(" and "));
  }
}
