package io.zonewright.operator.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All bookkeeping of conditions. {@code Ready}, {@code Accepted} and {@code Programmed} always
 * stand; {@code Reconciling} (it may resolve by itself) and {@code Stalled} (the user must act)
 * only while they are true, as kstatus reads them.
 */
public final class Conditions {
  /** Proven: a server was asked over each of its families, and answered with it. */
  public static final String READY = "Ready";

  private static final String ACCEPTED = "Accepted";
  private static final String PROGRAMMED = "Programmed";
  private static final String RECONCILING = "Reconciling";

  /** The user must act. */
  static final String STALLED = "Stalled";

  private static final int LONGEST_MESSAGE = 32768;

  private final List<Condition> previous;
  private final long generation;
  private final String now;
  private final List<Condition> next = new ArrayList<>(4);

  private Conditions(List<Condition> previous, long generation, Instant now) {
    this.previous = previous;
    this.generation = generation;
    this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * The conditions of a generation.
   *
   * @param previous what stood before: the time of a transition stays while the status does
   */
  static List<Condition> of(
      Standing standing, long generation, List<Condition> previous, Instant now) {
    Conditions conditions = new Conditions(previous, generation, now);
    switch (standing) {
      case Standing.Programmed(String message) -> conditions.programmed(message);
      case Standing.RollingOut(String message) -> conditions.rollingOut(message);
      case Standing.Refused(String reason, String message, boolean waits) ->
          conditions.refused(reason, message, waits ? RECONCILING : STALLED);
    }
    return List.copyOf(conditions.next);
  }

  /** Whether it was written that this generation is served. */
  static boolean isReady(List<Condition> conditions, long generation) {
    return conditions.stream()
        .anyMatch(
            condition ->
                condition.getType().equals(READY)
                    && condition.getStatus().equals("True")
                    && Long.valueOf(generation).equals(condition.getObservedGeneration()));
  }

  /** What was written beside {@code Ready=True}; empty if that was not written. */
  static Optional<String> messageOfReady(List<Condition> conditions) {
    return conditions.stream()
        .filter(condition -> condition.getType().equals(READY))
        .filter(condition -> condition.getStatus().equals("True"))
        .map(Condition::getMessage)
        .findFirst();
  }

  /** The same without their words, for a comparison. */
  static List<Condition> withoutMessages(List<Condition> conditions) {
    return conditions.stream()
        .map(condition -> new ConditionBuilder(condition).withMessage("").build())
        .toList();
  }

  private void programmed(String message) {
    add(READY, true, StatusReason.PROGRAMMED.text(), message);
    add(ACCEPTED, true, StatusReason.ACCEPTED.text(), "The generation is valid.");
    add(PROGRAMMED, true, StatusReason.PROGRAMMED.text(), message);
  }

  private void rollingOut(String message) {
    String reason = StatusReason.ROLLING_OUT.text();
    add(READY, false, reason, message);
    add(ACCEPTED, true, StatusReason.ACCEPTED.text(), "The generation is valid.");
    add(PROGRAMMED, false, reason, message);
    add(RECONCILING, true, reason, message);
  }

  private void refused(String reason, String message, String outcome) {
    add(READY, false, reason, message);
    add(ACCEPTED, false, reason, message);
    add(PROGRAMMED, false, reason, message);
    add(outcome, true, reason, message);
  }

  private void add(String type, boolean holds, String reason, String message) {
    String status = holds ? "True" : "False";
    next.add(
        new ConditionBuilder()
            .withType(type)
            .withStatus(status)
            .withReason(reason)
            .withMessage(shortened(message))
            .withObservedGeneration(generation)
            .withLastTransitionTime(since(type, status))
            .build());
  }

  private String since(String type, String status) {
    return previous.stream()
        .filter(last -> type.equals(last.getType()) && status.equals(last.getStatus()))
        .map(Condition::getLastTransitionTime)
        .findFirst()
        .orElse(now);
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
  }
}
