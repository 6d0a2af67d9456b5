package io.zonewright.bench;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import java.io.File;
import java.time.Duration;

/**
 * Lists all record sets with the client of Kubernetes as it comes, and prints how many there are
 * and, in milliseconds, how long the list took. {@link StartBesideList} runs it in a process of its
 * own.
 *
 * <p>Argument: kubeconfig.
 */
public final class PlainList {
  private PlainList() {}

  /** Lists once. */
  public static void main(String[] args) {
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(new File(args[0])))
            .withRequestTimeout(Math.toIntExact(Duration.ofMinutes(10).toMillis()))
            .build();
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      long start = System.nanoTime();
      int items = client.resources(DnsRecordSet.class).inAnyNamespace().list().getItems().size();
      System.out.printf("%d %d%n", items, (System.nanoTime() - start) / 1_000_000);
    }
    System.exit(0); // threads of the client would outlive the figure
  }
}
