package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import org.junit.jupiter.api.Test;

/** A bad record set blocks no other and does not take the zone down. */
@WithControlPlane
class BadRecordSetIT {

  @Test
  void theRestIsServedAndTheBadOneIsReported(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      zone.applyZone();
      zone.apply("bad", "loc", "LOC", "rdata: [\"nowhere\"]");
      zone.applyAddresses("www", "192.0.2.10");

      eventually(() -> zone.assertReady("www"));
      eventually(() -> zone.assertStalled("bad", "InvalidData"));
      eventually(
          () -> assertThat(zone.condition(zone.zone(), "Ready")).isEqualTo("True/Programmed"));
      eventually(() -> assertThat(zone.counts().rejected()).isEqualTo(1));
      eventually(
          () ->
              assertThat(operator.dns().answers(zone.fqdn("www"), "A"))
                  .containsExactly("192.0.2.10"));
      eventually(() -> assertWarned(client, namespace, "bad", "InvalidData"));
    }
  }

  private static void assertWarned(
      KubernetesClient client, TestNamespace namespace, String name, String reason) {
    assertThat(client.events().v1().events().inNamespace(namespace.name()).list().getItems())
        .anySatisfy(
            event -> {
              assertThat(event.getRegarding().getName()).isEqualTo(name);
              assertThat(event.getType()).isEqualTo("Warning");
              assertThat(event.getReason()).isEqualTo(reason);
            });
  }
}
