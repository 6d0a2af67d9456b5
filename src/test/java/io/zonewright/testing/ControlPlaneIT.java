package io.zonewright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;

/** The test support itself: what other tests rely on. */
@WithControlPlane(crds = false, controllerManager = true)
class ControlPlaneIT {

  @Test
  void eachTestHasANamespaceOfItsOwn(KubernetesClient client, TestNamespace namespace) {
    assertThat(client.namespaces().withName(namespace.name()).get()).isNotNull();
  }

  @Test
  void aNamespaceFinishesDeleting(KubernetesClient client, ControlPlane controlPlane) {
    TestNamespace namespace = controlPlane.newNamespace();
    namespace.close();
    Eventually.eventually(
        () -> assertThat(client.namespaces().withName(namespace.name()).get()).isNull());
  }

  @Test
  void aServiceAccountMayDoOnlyWhatItWasGiven(ControlPlane controlPlane, TestNamespace namespace) {
    controlPlane
        .client()
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("nobody")
                .withNamespace(namespace.name())
                .endMetadata()
                .build())
        .create();
    var config = Kubeconfig.read(controlPlane.kubeconfigOf(namespace.name(), "nobody"));
    try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
      assertThatThrownBy(() -> client.configMaps().inNamespace("default").list())
          .isInstanceOfSatisfying(
              KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(403));
    }
  }

  @Test
  void dataSurvivesARestartOfTheApiServer() {
    try (ControlPlane own = ControlPlane.start()) {
      own.client()
          .resource(
              new ConfigMapBuilder()
                  .withNewMetadata()
                  .withName("kept")
                  .withNamespace("default")
                  .endMetadata()
                  .build())
          .create();
      own.stopApiServer();
      assertThatThrownBy(() -> own.client().configMaps().inNamespace("default").list())
          .isInstanceOf(KubernetesClientException.class);
      own.startApiServer();
      assertThat(own.client().configMaps().inNamespace("default").withName("kept").get())
          .isNotNull();
    }
  }
}
