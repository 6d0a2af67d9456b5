package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import org.junit.jupiter.api.Test;

/** While the API server is away, what was last known is served; afterwards changes come again. */
class ApiServerRestartIT {

  @Test
  void queriesGoOnAndChangesAreTakenUpAgain() {
    try (ControlPlane own = ControlPlane.start()) {
      own.installCrds();
      TestNamespace namespace = own.newNamespace();
      ZoneUnderTest zone = new ZoneUnderTest(own.client(), namespace);
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10");
      try (OperatorProcess operator = Operators.start(own)) {
        eventually(() -> zone.assertReady("www"));

        try (Asker asker = new Asker(operator.dns(), zone.fqdn("www"), "192.0.2.10")) {
          asker.awaitRound();
          own.stopApiServer();
          for (int i = 0; i < 20; i++) {
            asker.awaitRound();
          }
          assertThat(operator.status("/q/health/ready")).isEqualTo(200);
          own.startApiServer();
          asker.awaitRound();
          assertThat(asker.failures()).isEmpty();
        }

        eventually(() -> zone.applyAddresses("www", "192.0.2.11"));
        eventually(() -> assertServed(operator, zone, "192.0.2.11"));
        eventually(() -> zone.assertReady("www"));
        assertThat(operator.isAlive()).isTrue();
      }
    }
  }

  private static void assertServed(OperatorProcess operator, ZoneUnderTest zone, String address) {
    try {
      assertThat(operator.dns().answers(zone.fqdn("www"), "A")).containsExactly(address);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
