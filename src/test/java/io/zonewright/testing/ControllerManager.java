package io.zonewright.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One kube-controller-manager: it finishes namespace deletions and makes EndpointSlices. */
final class ControllerManager implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final ChildProcess process;

  private ControllerManager(ChildProcess process) {
    this.process = process;
  }

  static ControllerManager start(
      ControlPlaneBinaries binaries, Path folder, ApiServer apiServer, ServiceAccountKey key) {
    List<String> command =
        List.of(
            binaries.binary("kube-controller-manager").toString(),
            "--kubeconfig=" + apiServer.adminKubeconfig(),
            "--bind-address=127.0.0.1",
            "--secure-port=0",
            "--leader-elect=false",
            "--use-service-account-credentials=false",
            "--service-account-private-key-file=" + key.privateKey(),
            "--root-ca-file=" + apiServer.certificateFile(),
            "--concurrent-namespace-syncs=4",
            "--kube-api-qps=200",
            "--kube-api-burst=400");
    Path log = folder.resolve("kube-controller-manager.log");
    ChildProcess process = ChildProcess.start("kube-controller-manager", log, command, Map.of());
    process.awaitReady(() -> makesServiceAccounts(apiServer), START);
    return new ControllerManager(process);
  }

  private static boolean makesServiceAccounts(ApiServer apiServer) {
    try (var client = apiServer.newClient()) {
      return client.serviceAccounts().inNamespace("default").withName("default").get() != null;
    }
  }

  @Override
  public void close() {
    process.kill();
  }
}
