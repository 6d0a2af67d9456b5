package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.Transport;
import io.zonewright.testing.WithControlPlane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The order in which resources are applied does not matter. */
@WithControlPlane
class AnyOrderIT {
  private static OperatorProcess operator;

  @BeforeAll
  static void start(ControlPlane controlPlane) {
    operator = Operators.start(controlPlane);
  }

  @AfterAll
  static void stop() {
    operator.close();
  }

  @Test
  void aRecordSetWaitsForItsZoneAndIsServedOnceItComes(
      KubernetesClient client, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    zone.applyAddresses("www", "192.0.2.10", "2001:db8::10");
    zone.apply("bad", "loc", "LOC", "rdata: [\"nowhere\"]");
    eventually(() -> zone.assertWaits("www", "ZoneNotFound"));
    eventually(() -> zone.assertStalled("bad", "InvalidData"));

    zone.applyZone();

    eventually(() -> zone.assertReady("www"));
    assertServed(zone);
  }

  @Test
  void aZoneMayComeFirst(KubernetesClient client, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    zone.applyZone();
    eventually(() -> assertThat(zone.condition(zone.zone(), "Ready")).isEqualTo("True/Programmed"));

    zone.applyAddresses("www", "192.0.2.10", "2001:db8::10");

    eventually(() -> zone.assertReady("www"));
    assertServed(zone);
  }

  /** Both families are served to clients of either. */
  private static void assertServed(ZoneUnderTest zone) {
    for (Transport transport : Transport.values()) {
      eventually(
          () -> {
            var dns = operator.dns().over(transport);
            assertThat(dns.answers(zone.fqdn("www"), "A")).containsExactly("192.0.2.10");
            assertThat(dns.answers(zone.fqdn("www"), "AAAA"))
                .containsExactly("2001:db8:0:0:0:0:0:10");
          });
    }
  }
}
