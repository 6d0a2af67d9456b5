package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsRecordSetSpec;
import io.zonewright.api.v1alpha1.ZoneRef;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Eventually;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
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
      createMany(client, namespace);

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

  private static void createMany(KubernetesClient client, TestNamespace namespace)
      throws InterruptedException {
    Semaphore atATime = new Semaphore(16);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < MANY; i++) {
        DnsRecordSet recordSet = recordSet(namespace, i);
        atATime.acquire();
        executor.execute(
            () -> {
              client.resource(recordSet).create();
              atATime.release();
            });
      }
    }
  }

  private static DnsRecordSet recordSet(TestNamespace namespace, int i) {
    DnsRecordSet recordSet = new DnsRecordSet();
    recordSet.setMetadata(
        new ObjectMetaBuilder().withNamespace(namespace.name()).withName("r" + i).build());
    String address = "198.51.%d.%d".formatted(100 + i / 250, i % 250);
    recordSet.setSpec(
        new DnsRecordSetSpec(
            new ZoneRef("zone"),
            "r" + i,
            "A",
            null,
            List.of(address),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    return recordSet;
  }
}
