package io.zonewright.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds etcd, kube-apiserver and kube-controller-manager.
 *
 * @param folder where they lie
 */
public record ControlPlaneBinaries(Path folder) {
  private static final String VERSION = "kubernetes-1.36.3-etcd-3.6.13";

  /**
   * The binaries of {@code KUBEBUILDER_ASSETS}, else those that {@code make control-plane} built.
   */
  public static ControlPlaneBinaries find() {
    return Stream.concat(assets().stream(), Stream.of(cache()))
        .map(ControlPlaneBinaries::new)
        .filter(found -> found.has("etcd") && found.has("kube-apiserver"))
        .findFirst()
        .orElseThrow(ControlPlaneBinaries::absent);
  }

  private static Optional<Path> assets() {
    return Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS")).map(Path::of);
  }

  private static Path cache() {
    Path base =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    return base.resolve(Path.of("zonewright", "control-plane", VERSION));
  }

  private static AssertionError absent() {
    return Requirement.missing(
        "No etcd and kube-apiserver to test with: run `make control-plane`,"
            + " or set KUBEBUILDER_ASSETS to a folder that holds them.");
  }

  /** The path of one binary, which must be there. */
  public Path binary(String name) {
    if (!has(name)) {
      throw Requirement.missing(
          "No %s in %s: run `make control-plane`, or unset KUBEBUILDER_ASSETS."
              .formatted(name, folder));
    }
    return folder.resolve(name);
  }

  /** The path of a tool that is built on request only, such as helm. */
  public Optional<Path> optional(String name) {
    return has(name) ? Optional.of(folder.resolve(name)) : Optional.empty();
  }

  /** The names of those binaries that are there. */
  public List<String> present() {
    return Stream.of("etcd", "kube-apiserver", "kube-controller-manager", "kubectl", "helm")
        .filter(this::has)
        .toList();
  }

  private boolean has(String name) {
    return Files.isExecutable(folder.resolve(name));
  }
}
