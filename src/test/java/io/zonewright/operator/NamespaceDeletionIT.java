package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import org.junit.jupiter.api.Test;

/** Deleting a namespace never hangs, with the operator running and without it. */
@WithControlPlane(controllerManager = true)
class NamespaceDeletionIT {

  @Test
  void aNamespaceGoesAndItsZonesWithIt(KubernetesClient client, ControlPlane controlPlane) {
    TestNamespace namespace = controlPlane.newNamespace();
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      serve(zone);

      client.namespaces().withName(namespace.name()).delete();

      eventually(() -> assertGone(client, namespace));
      eventually(
          () -> assertThat(operator.dns().rcode(zone.fqdn("www"), "A")).isEqualTo("REFUSED"));
    }
  }

  @Test
  void aNamespaceGoesWhileNoOperatorRuns(KubernetesClient client, ControlPlane controlPlane) {
    TestNamespace namespace = controlPlane.newNamespace();
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      serve(zone);
      operator.kill();
    }

    client.namespaces().withName(namespace.name()).delete();

    eventually(() -> assertGone(client, namespace));
  }

  private static void serve(ZoneUnderTest zone) {
    zone.applyZone();
    zone.applyAddresses("www", "192.0.2.10");
    eventually(() -> zone.assertReady("www"));
  }

  private static void assertGone(KubernetesClient client, TestNamespace namespace) {
    assertThat(client.namespaces().withName(namespace.name()).get()).isNull();
  }
}
