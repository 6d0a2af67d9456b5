package io.zonewright.chart;

import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Requirement;
import io.zonewright.testing.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs helm on our chart. */
final class Helm {
  static final Path CHART = Path.of("helm", "zonewright");

  private static final String BUILT = "helm-v3.22.0";

  private final Path program;
  private final Map<String, String> environment;

  private Helm(Map<String, String> environment) {
    this.program = find();
    this.environment = environment;
  }

  /** For what needs no cluster. */
  static Helm alone() {
    return new Helm(Map.of());
  }

  /** As the administrator of a control plane. */
  static Helm of(ControlPlane controlPlane) {
    return new Helm(Map.of("KUBECONFIG", controlPlane.kubeconfig().toString()));
  }

  private static Path find() {
    return Tools.find("helm")
        .or(Helm::built)
        .orElseThrow(
            () ->
                Requirement.missing("No helm on this machine: run `src/dev/helm.sh` to build it."));
  }

  /** Where {@code src/dev/helm.sh} puts it. */
  private static Optional<Path> built() {
    Path cache =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    return Optional.of(cache.resolve(Path.of("zonewright", BUILT, "helm")))
        .filter(Files::isExecutable);
  }

  /** Runs it to its end. */
  Tools.Result run(String... arguments) {
    return Tools.run(program, List.of(arguments), environment);
  }

  /** The objects of a release named zonewright. */
  YamlObjects template(String namespace, String... arguments) {
    String[] all =
        Stream.concat(
                Stream.of("template", "zonewright", CHART.toString(), "--namespace", namespace),
                Arrays.stream(arguments))
            .toArray(String[]::new);
    Tools.Result result = run(all);
    if (result.status() != 0) {
      throw new AssertionError(result.output());
    }
    return YamlObjects.parse(result.output());
  }
}
