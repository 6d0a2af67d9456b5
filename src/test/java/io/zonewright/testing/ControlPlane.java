package io.zonewright.testing;

import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A throw-away Kubernetes control plane on loopback: etcd and kube-apiserver, and on demand
 * kube-controller-manager. Nothing runs pods.
 *
 * <p>Most tests share the one of {@link WithControlPlane}; a test that stops the API server starts
 * its own by {@link #start()}.
 */
public final class ControlPlane implements AutoCloseable {
  private final ControlPlaneBinaries binaries;
  private final Path folder;
  private final ServiceAccountKey key;
  private final Etcd etcd;
  private final ApiServer apiServer;
  private final KubernetesClient client;
  private @Nullable ControllerManager controllerManager;

  private ControlPlane(ControlPlaneBinaries binaries, Path folder) {
    this.binaries = binaries;
    this.folder = folder;
    this.key = ServiceAccountKey.generate(folder);
    this.etcd = Etcd.start(binaries, folder);
    this.apiServer = new ApiServer(binaries, folder, etcd.url(), key);
    try {
      apiServer.start();
    } catch (RuntimeException | Error e) {
      apiServer.close();
      etcd.close();
      throw e;
    }
    this.client = apiServer.newClient();
  }

  /** Starts one of its own, which the caller closes; takes about 5 seconds. */
  public static ControlPlane start() {
    ControlPlaneBinaries binaries = ControlPlaneBinaries.find();
    try {
      return new ControlPlane(binaries, Files.createTempDirectory("zonewright-control-plane-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client with all rights; it lives as long as this control plane. */
  public KubernetesClient client() {
    return client;
  }

  /** A kubeconfig file of the administrator, who may do everything. */
  public Path kubeconfig() {
    return apiServer.adminKubeconfig();
  }

  /**
   * A kubeconfig file of a service account, which may do what RBAC gives it.
   *
   * @param namespace of the service account, which must exist
   * @param name of the service account
   */
  public Path kubeconfigOf(String namespace, String name) {
    return kubeconfigOf(namespace, name, apiServerPort());
  }

  /** The same, leading to another port of {@code 127.0.0.1}. */
  public Path kubeconfigOf(String namespace, String name, int port) {
    var request = new TokenRequestBuilder().withNewSpec().withExpirationSeconds(86_400L).endSpec();
    String token =
        client
            .serviceAccounts()
            .inNamespace(namespace)
            .withName(name)
            .tokenRequest(request.build())
            .getStatus()
            .getToken();
    return apiServer.kubeconfig(namespace + "." + name, token, port);
  }

  /** A kubeconfig file of the administrator that leads to another port of {@code 127.0.0.1}. */
  public Path kubeconfigVia(int port) {
    return apiServer.adminKubeconfig(port);
  }

  /** Where the API server listens, on {@code 127.0.0.1}. */
  public int apiServerPort() {
    return apiServer.port();
  }

  /** Where kubectl and its like may lie. */
  public ControlPlaneBinaries binaries() {
    return binaries;
  }

  /** Installs the CRDs of the top-level {@code crds} folder, or updates them; waits for them. */
  public void installCrds() {
    CustomResourceDefinitions.install(client);
  }

  /** Runs kube-controller-manager from now on: namespaces finish deleting. */
  public synchronized void startControllerManager() {
    if (controllerManager == null) {
      controllerManager = ControllerManager.start(binaries, folder, apiServer, key);
    }
  }

  /** Writes objects past the API server, which sees them as if another one had written them. */
  public StoredCopies storedCopies(HttpClient http) {
    return new StoredCopies(http, URI.create(etcd.url()));
  }

  /** Makes a namespace with a name of its own. */
  public TestNamespace newNamespace() {
    return TestNamespace.create(client);
  }

  /** Ends the API server as a crash would; etcd keeps the data. */
  public void stopApiServer() {
    apiServer.stop();
  }

  /** Starts the API server again, at the same address, and waits until it is ready. */
  public void startApiServer() {
    apiServer.start();
  }

  /** Stops the API server and starts it again. */
  public void restartApiServer() {
    stopApiServer();
    startApiServer();
  }

  /** What the API server has logged, for failure messages. */
  public String apiServerLog() {
    return apiServer.log();
  }

  /** Ends every process and removes all data. */
  @Override
  public void close() {
    client.close();
    if (controllerManager != null) {
      controllerManager.close();
    }
    apiServer.close();
    etcd.close();
    deleteRecursively(folder);
  }

  private static void deleteRecursively(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
