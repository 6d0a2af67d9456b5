package io.zonewright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs kubectl as the administrator of a control plane. */
public final class Kubectl {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Path program;
  private final Path kubeconfig;

  private Kubectl(Path program, Path kubeconfig) {
    this.program = program;
    this.kubeconfig = kubeconfig;
  }

  /** One that talks to the given control plane. */
  public static Kubectl of(ControlPlane controlPlane) {
    return new Kubectl(controlPlane.binaries().binary("kubectl"), controlPlane.kubeconfig());
  }

  /** Runs it to its end. */
  public Tools.Result run(String... arguments) {
    List<String> command =
        Stream.concat(
                Stream.of(program.toString(), "--kubeconfig", kubeconfig.toString()),
                Stream.of(arguments))
            .toList();
    try {
      Path output = Files.createTempFile("zonewright-kubectl-", ".out");
      try (ChildProcess process = ChildProcess.start("kubectl", output, command, Map.of())) {
        return new Tools.Result(process.awaitExit(LONG), process.log());
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
