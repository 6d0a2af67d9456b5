package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** Both of two replicas serve the same; one of them writes, and the other takes over from it. */
@WithControlPlane
class TwoReplicasIT {

  @Test
  void bothServeOneWritesAndTheOtherTakesOver(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    String lease = Operators.newLease();
    try (OperatorProcess first = Operators.with(controlPlane, lease).start();
        OperatorProcess second = Operators.with(controlPlane, lease).start()) {
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10");

      eventually(() -> zone.assertReady("www"));
      eventually(() -> assertSame(zone, first, second));
      assertQuiet(zone);

      first.stop();
      zone.applyAddresses("www", "192.0.2.11");

      eventually(() -> zone.assertReady("www"));
      eventually(() -> assertSame(zone, second));
      assertThat(zone.status("www").data()).containsExactly("A 192.0.2.11");
    }
  }

  private static void assertSame(ZoneUnderTest zone, OperatorProcess... replicas) throws Exception {
    for (OperatorProcess replica : replicas) {
      assertThat(replica.dns().answers(zone.fqdn("www"), "A")).hasSize(1);
      SOARecord soa =
          (SOARecord)
              replica.dns().ask(zone.zoneName() + ".", "SOA").getSection(Section.ANSWER).getFirst();
      assertThat(soa.getSerial()).isEqualTo(zone.serial());
    }
  }

  /** Replicas that disagreed would write again and again. */
  private static void assertQuiet(ZoneUnderTest zone) {
    List<String> versions = versions(zone);
    for (int i = 0; i < 30; i++) {
      assertThat(versions(zone)).isEqualTo(versions);
      pause();
    }
  }

  private static List<String> versions(ZoneUnderTest zone) {
    return List.of(
        zone.zone().getMetadata().getResourceVersion(),
        zone.recordSet("www").getMetadata().getResourceVersion());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
