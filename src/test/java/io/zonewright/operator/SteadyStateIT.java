package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where nothing changes nothing is written, over restarts as well; and serials never go back. */
@WithControlPlane
class SteadyStateIT {

  @Test
  void aRestartWritesNothingAndKeepsTheSerial(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace)
      throws Exception {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10");
      zone.apply("bad", "loc", "LOC", "rdata: [\"nowhere\"]");
      eventually(() -> zone.assertReady("www"));
      eventually(() -> zone.assertStalled("bad", "InvalidData"));
      eventually(() -> assertThat(zone.counts().total()).isEqualTo(2));
      eventually(zone::assertServedMessage);
      operator.stop();
    }
    String before = versions(zone);
    long serial = zone.serial();

    try (OperatorProcess operator = Operators.start(controlPlane)) {
      Thread.sleep(3000);
      assertThat(versions(zone)).isEqualTo(before);
      assertThat(operator.dns().answers(zone.zoneName() + ".", "SOA").getFirst())
          .contains(" " + serial + " ");
    }
  }

  private static String versions(ZoneUnderTest zone) {
    return Stream.concat(Stream.of(zone.zone()), zone.recordSets().stream())
        .map(
            resource ->
                resource.getMetadata().getName()
                    + "@"
                    + resource.getMetadata().getResourceVersion())
        .toList()
        .toString();
  }
}
