package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TcpProxy;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import org.junit.jupiter.api.Test;

/** Connections to the API server that died without a word are noticed. */
@WithControlPlane
class LostConnectionsIT {
  @Test
  void changesAreServedAgainWithinAMinute(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (TcpProxy proxy = TcpProxy.to(controlPlane.apiServerPort());
        OperatorProcess operator =
            OperatorProcess.with(controlPlane.kubeconfigVia(proxy.port()))
                .env("ZONEWRIGHT_LEASE_NAME", Operators.newLease())
                .start()) {
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10");
      eventually(() -> zone.assertReady("www"));

      proxy.loseConnections();
      zone.applyAddresses("www", "192.0.2.11");

      eventually(
          () ->
              assertThat(operator.dns().answers(zone.fqdn("www"), "A"))
                  .containsExactly("192.0.2.11"));
      eventually(() -> zone.assertReady("www"));
    }
  }
}
