package io.zonewright.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Kubectl;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.Tools;
import io.zonewright.testing.WithControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests and samples, as kubectl applies them. */
@WithControlPlane
class DeployIT {
  @Test
  void theManifestsAreTakenAndThenWithoutADifference(ControlPlane controlPlane) {
    Kubectl kubectl = Kubectl.of(controlPlane);
    succeeds(kubectl.run("apply", "--server-side", "--force-conflicts", "-k", "deploy"));
    succeeds(kubectl.run("diff", "--server-side", "--force-conflicts", "-k", "deploy"));
  }

  @Test
  void theSamplesAreTakenAndThenWithoutADifference(
      ControlPlane controlPlane, TestNamespace namespace) {
    Kubectl kubectl = Kubectl.of(controlPlane);
    String[] samples = {"--server-side", "-n", namespace.name(), "-k", "deploy/samples"};
    succeeds(kubectl.run(with("apply", samples)));
    succeeds(kubectl.run(with("diff", samples)));
    succeeds(kubectl.run("apply", "-n", namespace.name(), "-k", "deploy/samples"));
  }

  @Test
  void theSamplesAppliedAgainChangeNothing(ControlPlane controlPlane, TestNamespace namespace) {
    Kubectl kubectl = Kubectl.of(controlPlane);
    String[] samples = {"--server-side", "-n", namespace.name(), "-k", "deploy/samples"};
    succeeds(kubectl.run(with("apply", samples)));
    // The second write of any kind stores the default of the status.
    succeeds(kubectl.run(with("apply", samples)));
    List<String> versions = versions(kubectl, namespace);
    succeeds(kubectl.run(with("apply", samples)));
    assertThat(versions(kubectl, namespace)).hasSizeGreaterThan(20).isEqualTo(versions);
  }

  @Test
  void theKustomizationOfTheSamplesHasEachOfThem() throws IOException {
    Path folder = Path.of("deploy", "samples");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              YamlObjects.read(folder.resolve("kustomization.yaml"))
                  .objects()
                  .getFirst()
                  .get("resources"))
          .extracting(resource -> resource.asText())
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals("kustomization.yaml"))
                  .toList());
    }
  }

  private static List<String> versions(Kubectl kubectl, TestNamespace namespace) {
    return kubectl
        .run(
            "get",
            "dnsz,dnsrs",
            "-n",
            namespace.name(),
            "-o",
            "custom-columns=N:.metadata.name,V:.metadata.resourceVersion")
        .lines();
  }

  private static String[] with(String verb, String[] arguments) {
    return Stream.concat(Stream.of(verb), Stream.of(arguments)).toArray(String[]::new);
  }

  private static void succeeds(Tools.Result result) {
    assertThat(result.status()).as(result.output()).isZero();
  }
}
