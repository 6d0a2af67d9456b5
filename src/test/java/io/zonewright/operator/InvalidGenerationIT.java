package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new generation that is invalid keeps the last good one served, and says so. */
@WithControlPlane
class InvalidGenerationIT {
  /** Passes the schema; the compiler alone knows that no NAPTR reads like this. */
  private static final String INVALID = "rdata: [\"not a number at all\"]";

  @Test
  void theLastGoodGenerationIsServedAlsoAfterARestart(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      zone.applyZone();
      zone.apply(
          "naptr", "sip", "NAPTR", "rdata: ['100 10 \"s\" \"SIP+D2U\" \"\" _sip._udp.example.']");
      eventually(() -> zone.assertReady("naptr"));

      zone.apply("naptr", "sip", "NAPTR", INVALID);

      eventually(() -> zone.assertStalled("naptr", "InvalidData"));
      assertStillServed(zone, operator);
      assertThat(zone.message("naptr")).contains("spec.rdata[0]", "generation 1 is still served");
    }
    String versionBefore = zone.recordSet("naptr").getMetadata().getResourceVersion();

    try (OperatorProcess operator = Operators.start(controlPlane)) {
      assertStillServed(zone, operator);
      zone.applyAddresses("www", "192.0.2.10");
      eventually(() -> zone.assertReady("www"));
      zone.assertStalled("naptr", "InvalidData");
      assertThat(zone.recordSet("naptr").getMetadata().getResourceVersion())
          .as("a restart has nothing new to say")
          .isEqualTo(versionBefore);
    }
  }

  @Test
  void aCorrectedGenerationTakesOver(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      zone.applyZone();
      zone.apply("naptr", "sip", "NAPTR", INVALID);
      eventually(() -> zone.assertStalled("naptr", "InvalidData"));
      assertThat(zone.status("naptr").acceptedGeneration()).isNull();

      zone.apply("naptr", "sip", "NAPTR", "rdata: ['7 7 \"s\" \"\" \"\" .']");

      eventually(() -> zone.assertReady("naptr"));
      assertThat(zone.status("naptr").acceptedGeneration()).isEqualTo(2);
      eventually(() -> assertThat(operator.dns().answers(zone.fqdn("sip"), "NAPTR")).hasSize(1));
    }
  }

  @Test
  void aZoneStaysWhatItWasLastGoodAlsoAfterARestart(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      zone.applySoa("good.example.", "dns@good.example");
      zone.applyAddresses("www", "192.0.2.10");
      eventually(() -> zone.assertReady("www"));
      eventually(() -> assertThat(zone.condition(zone.zone(), "Ready")).startsWith("True/"));

      // Passes the schema, but no label is that long.
      zone.applySoa("bad.example.", "dns@" + "x".repeat(64) + ".example");

      eventually(
          () -> assertThat(zone.condition(zone.zone(), "Stalled")).isEqualTo("True/InvalidData"));
      assertLastGood(zone, operator);
    }

    try (OperatorProcess operator = Operators.start(controlPlane)) {
      assertLastGood(zone, operator);
      zone.applyAddresses("ftp", "192.0.2.11");
      eventually(() -> zone.assertReady("ftp"));
      assertLastGood(zone, operator);
    }
  }

  private static void assertLastGood(ZoneUnderTest zone, OperatorProcess operator) {
    eventually(
        () -> {
          assertThat(zone.soa(operator).getHost()).hasToString("good.example.");
          assertThat(operator.dns().answers(zone.fqdn("www"), "A")).containsExactly("192.0.2.10");
        });
    assertThat(requireNonNull(zone.zoneStatus().accepted()).generation()).isEqualTo(1);
    assertThat(zone.condition(zone.zone(), "Stalled")).isEqualTo("True/InvalidData");
    assertThat(zone.condition(zone.zone(), "Ready")).isEqualTo("False/InvalidData");
  }

  private static void assertStillServed(ZoneUnderTest zone, OperatorProcess operator) {
    eventually(
        () ->
            assertThat(operator.dns().answers(zone.fqdn("sip"), "NAPTR"))
                .isEqualTo(List.of("100 10 \"s\" \"SIP+D2U\" \"\" _sip._udp.example.")));
    assertThat(zone.status("naptr").acceptedGeneration()).isEqualTo(1);
    assertThat(zone.status("naptr").observedGeneration()).isEqualTo(2);
  }
}
