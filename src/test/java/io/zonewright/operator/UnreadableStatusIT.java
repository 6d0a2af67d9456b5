package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Kubectl;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A status that no server wrote like this keeps nobody from reading the other resources. */
@WithControlPlane
class UnreadableStatusIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"accepted\": {\"generation\": 1, \"spec\": {\"zoneName\": \"t2.test\", \"soa\": \"x\"}}}",
        "{\"accepted\": {\"generation\": 1, \"spec\": {\"nameServers\": [null]}}}"
      })
  void theOtherZonesGoOnAndAFreshOperatorStarts(
      String status, KubernetesClient client, ControlPlane controlPlane, TestNamespace victims)
      throws IOException {
    Kubectl kubectl = Kubectl.of(controlPlane);
    ZoneUnderTest victim = new ZoneUnderTest(client, victims);
    try (TestNamespace others = controlPlane.newNamespace()) {
      ZoneUnderTest other = new ZoneUnderTest(client, others);
      String lease = Operators.newLease();
      try (OperatorProcess operator = Operators.with(controlPlane, lease).start()) {
        other.applyZone();
        victim.applyZone();
        victim.applyAddresses("www", "192.0.2.10");
        eventually(() -> victim.assertReady("www"));
        writeStatus(kubectl, victims, status);

        other.applyAddresses("www", "192.0.2.11");

        eventually(() -> other.assertReady("www"));
        assertThat(operator.dns().answers(victim.fqdn("www"), "A")).containsExactly("192.0.2.10");
        eventually(() -> assertThat(victim.zoneStatus().accepted()).isNotNull());
      }

      writeStatus(kubectl, victims, status);
      try (OperatorProcess fresh = Operators.with(controlPlane, lease).start()) {
        assertThat(fresh.dns().answers(victim.fqdn("www"), "A")).containsExactly("192.0.2.10");
        assertThat(fresh.dns().answers(other.fqdn("www"), "A")).containsExactly("192.0.2.11");
      }
    }
  }

  private static void writeStatus(Kubectl kubectl, TestNamespace namespace, String status) {
    String patch = "{\"status\": %s}".formatted(status);
    assertThat(
            kubectl
                .run(
                    "--namespace",
                    namespace.name(),
                    "patch",
                    "dnsz",
                    "zone",
                    "--subresource=status",
                    "--type=merge",
                    "--patch",
                    patch)
                .status())
        .isZero();
  }
}
