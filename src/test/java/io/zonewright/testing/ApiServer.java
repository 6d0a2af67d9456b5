package io.zonewright.testing;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One kube-apiserver on loopback, with RBAC and an administrator who has a token; it can be stopped
 * and started again with the same address, certificate and data.
 */
final class ApiServer implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final ControlPlaneBinaries binaries;
  private final Path folder;
  private final String etcdUrl;
  private final ServiceAccountKey key;
  private final int port = FreePort.tcp();
  private final String adminToken = UUID.randomUUID().toString();
  private @Nullable ChildProcess process;

  ApiServer(ControlPlaneBinaries binaries, Path folder, String etcdUrl, ServiceAccountKey key) {
    this.binaries = binaries;
    this.folder = folder;
    this.etcdUrl = etcdUrl;
    this.key = key;
    writeTokens();
  }

  private void writeTokens() {
    try {
      Files.writeString(folder.resolve("tokens.csv"), adminToken + ",admin,admin,system:masters\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it and waits until it is ready. */
  void start() {
    process =
        ChildProcess.start(
            "kube-apiserver", folder.resolve("kube-apiserver.log"), command(), Map.of());
    process.awaitReady(this::hasCertificate, START);
    try (KubernetesClient client = newClient()) {
      process.awaitReady(() -> isReady(client), START);
    }
  }

  private List<String> command() {
    return List.of(
        binaries.binary("kube-apiserver").toString(),
        "--etcd-servers=" + etcdUrl,
        "--bind-address=127.0.0.1",
        "--secure-port=" + port,
        "--cert-dir=" + folder.resolve("certificates"),
        "--token-auth-file=" + folder.resolve("tokens.csv"),
        "--authorization-mode=RBAC",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-key-file=" + key.publicKey(),
        "--service-account-signing-key-file=" + key.privateKey(),
        "--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112",
        "--endpoint-reconciler-type=none",
        "--max-requests-inflight=2000",
        "--max-mutating-requests-inflight=1000",
        "--enable-priority-and-fairness=false",
        "--profiling=false");
  }

  private boolean hasCertificate() {
    return Files.exists(folder.resolve("certificates/apiserver.crt"))
        && Files.exists(folder.resolve("certificates/apiserver.key"));
  }

  private static boolean isReady(KubernetesClient client) {
    try {
      return "ok".equals(client.raw("/readyz"))
          && client.namespaces().withName("default").get() != null;
    } catch (KubernetesClientException notYet) {
      return false;
    }
  }

  /** Ends it as a crash would: clients see their connections break. */
  void stop() {
    if (process != null) {
      process.kill();
    }
  }

  /** A client of the administrator; the caller closes it. */
  KubernetesClient newClient() {
    return new KubernetesClientBuilder().withConfig(Kubeconfig.read(adminKubeconfig())).build();
  }

  Path adminKubeconfig() {
    return adminKubeconfig(port);
  }

  /** The same through what listens on another port and passes on to this server. */
  Path adminKubeconfig(int otherPort) {
    return kubeconfig("admin", adminToken, otherPort);
  }

  int port() {
    return port;
  }

  Path kubeconfig(String name, String token, int toPort) {
    Path file = folder.resolve(name + "-" + toPort + ".kubeconfig");
    return Files.exists(file) ? file : Kubeconfig.write(file, toPort, certificate(), token);
  }

  private String certificate() {
    try {
      return Files.readString(certificateFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The certificate that clients must trust. */
  Path certificateFile() {
    return folder.resolve("certificates/apiserver.crt");
  }

  /** What it has logged. */
  String log() {
    return process == null ? "" : process.log();
  }

  @Override
  public void close() {
    stop();
  }
}
