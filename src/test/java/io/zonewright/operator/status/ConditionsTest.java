package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.zonewright.zone.compile.Finding;
import io.zonewright.zone.compile.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.5Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void whatIsServedIsReadyAndNeitherReconcilingNorStalled() {
    assertThat(told(new Standing.Programmed("served")))
        .containsExactly(
            "Ready=True/Programmed", "Accepted=True/Accepted", "Programmed=True/Programmed");
  }

  @Test
  void whatIsNotProvenYetReconciles() {
    assertThat(told(new Standing.RollingOut("not yet")))
        .containsExactly(
            "Ready=False/RollingOut",
            "Accepted=True/Accepted",
            "Programmed=False/RollingOut",
            "Reconciling=True/RollingOut");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void whatMayResolveByItselfReconcilesAndTheRestIsStalled(Reason reason) {
    Standing standing = Standing.Refused.of(List.of(new Finding(reason, null, "text")), null);

    assertThat(told(standing))
        .contains((reason.waits() ? "Reconciling" : "Stalled") + "=True/" + reason.text())
        .contains("Ready=False/" + reason.text())
        .hasSize(4);
  }

  @Test
  void theTimeOfATransitionStaysWhileTheStatusDoes() {
    List<Condition> first = of(new Standing.RollingOut("not yet"), List.of(), NOON);

    List<Condition> second = of(new Standing.Programmed("served"), first, LATER);

    assertThat(second.get(0).getLastTransitionTime()).isEqualTo("2026-01-01T12:01:00Z");
    assertThat(second.get(1).getType()).isEqualTo("Accepted");
    assertThat(second.get(1).getLastTransitionTime()).isEqualTo("2026-01-01T12:00:00Z");
  }

  @Test
  void aMessageSaysWhatIsWrongAndWhatIsStillServed() {
    Finding finding = new Finding(Reason.INVALID_DATA, "spec.mx[0].exchange", "is not a name");

    Standing.Refused refused = Standing.Refused.of(List.of(finding), 3L);

    assertThat(refused.message())
        .isEqualTo("spec.mx[0].exchange: is not a name (generation 3 is still served)");
  }

  @Test
  void ofManyFindingsTheFirstAreTold() {
    Finding finding = new Finding(Reason.INVALID_DATA, null, "wrong");

    Standing.Refused refused = Standing.Refused.of(Collections.nCopies(7, finding), null);

    assertThat(refused.message()).isEqualTo("wrong; wrong; wrong; wrong; wrong; and 2 more");
  }

  @Test
  void readyCountsForItsGenerationAlone() {
    List<Condition> conditions = of(new Standing.Programmed("served"), List.of(), NOON);

    assertThat(Conditions.isReady(conditions, 7)).isTrue();
    assertThat(Conditions.isReady(conditions, 8)).isFalse();
  }

  private static List<Condition> of(Standing standing, List<Condition> previous, Instant now) {
    return Conditions.of(standing, 7, previous, now);
  }

  private static List<String> told(Standing standing) {
    return of(standing, List.of(), NOON).stream()
        .map(it -> it.getType() + "=" + it.getStatus() + "/" + it.getReason())
        .toList();
  }
}
