package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Eventually;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thousands at once: all are served and reported, and none waits for the statuses of others. */
@WithControlPlane
class ManyRecordSetsIT {
  private static final int MANY = 5_000;

  @Test
  void allAreServedAndReported(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace)
      throws Exception {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      zone.applyZone();
      ManyRecordSets.create(client, namespace, MANY);

      zone.applyAddresses("late", "192.0.2.200");
      eventually(
          () ->
              assertThat(operator.dns().answers(zone.fqdn("late"), "A"))
                  .containsExactly("192.0.2.200"));

      Eventually.within(Duration.ofMinutes(5))
          .every(Duration.ofSeconds(2))
          .asserting(() -> assertAllReady(zone));
      eventually(() -> assertThat(zone.counts().programmed()).isEqualTo(MANY + 1));
      assertThat(operator.dns().answers(zone.fqdn("r" + (MANY - 1)), "A")).hasSize(1);
    }
  }

  private static void assertAllReady(ZoneUnderTest zone) {
    List<DnsRecordSet> all = zone.recordSets();
    assertThat(all).hasSize(MANY + 1);
    long ready =
        all.stream().filter(set -> zone.condition(set, "Ready").equals("True/Programmed")).count();
    assertThat(ready).isEqualTo(MANY + 1);
  }
}
