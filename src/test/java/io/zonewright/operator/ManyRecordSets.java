package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsRecordSetSpec;
import io.zonewright.api.v1alpha1.ZoneRef;
import io.zonewright.testing.TestNamespace;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Record sets by the thousand, each with one address. */
final class ManyRecordSets {
  private ManyRecordSets() {}

  /** Creates {@code r0}, {@code r1} and so on in the zone {@code zone}, a few at a time. */
  static void create(KubernetesClient client, TestNamespace namespace, int many)
      throws InterruptedException {
    Semaphore atATime = new Semaphore(16);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
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
