package io.zonewright.chart;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Kubectl;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.Tools;
import io.zonewright.testing.WithControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator with no more rights than the chart gives it. */
@WithControlPlane
class RightsIT {
  @Test
  void allSamplesBecomeReady(
      ControlPlane controlPlane,
      KubernetesClient client,
      TestNamespace namespace,
      @TempDir Path folder)
      throws IOException {
    Kubectl kubectl = Kubectl.of(controlPlane);
    Path chart = folder.resolve("chart.yaml");
    Files.writeString(
        chart, Helm.alone().template(namespace.name(), "--set", "crds.install=false").text());
    succeeds(kubectl.run("apply", "--server-side", "-f", chart.toString()));
    succeeds(kubectl.run("apply", "-n", namespace.name(), "-k", "deploy/samples"));
    try (OperatorProcess operator = startAsServiceAccount(controlPlane, namespace)) {
      succeeds(
          kubectl.run(
              "wait",
              "--for=condition=Ready",
              "dnsz,dnsrs",
              "--all",
              "--timeout=60s",
              "-n",
              namespace.name()));
      assertThat(operator.isAlive()).isTrue();
      eventually(
          () ->
              assertThat(events(client, namespace))
                  .contains("DnsZone Programmed", "DnsRecordSet Programmed"));
    }
  }

  private static List<String> events(KubernetesClient client, TestNamespace namespace) {
    return client.events().v1().events().inNamespace(namespace.name()).list().getItems().stream()
        .map(event -> event.getRegarding().getKind() + " " + event.getReason())
        .toList();
  }

  private static OperatorProcess startAsServiceAccount(
      ControlPlane controlPlane, TestNamespace namespace) {
    return OperatorProcess.with(controlPlane.kubeconfigOf(namespace.name(), "zonewright"))
        .env("ZONEWRIGHT_NAMESPACES", namespace.name())
        .env("ZONEWRIGHT_LEASE_NAME", "zonewright")
        .env("ZONEWRIGHT_LEASE_NAMESPACE", namespace.name())
        .start();
  }

  private static void succeeds(Tools.Result result) {
    assertThat(result.status()).as(result.output()).isZero();
  }
}
