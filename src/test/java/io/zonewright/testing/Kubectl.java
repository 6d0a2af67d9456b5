package io.zonewright.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs kubectl as the administrator of a control plane. */
public final class Kubectl {
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
    List<String> all = new ArrayList<>(List.of("--kubeconfig", kubeconfig.toString()));
    all.addAll(List.of(arguments));
    return Tools.run(program, all, Map.of());
  }
}
