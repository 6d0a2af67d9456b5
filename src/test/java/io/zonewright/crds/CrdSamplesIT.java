package io.zonewright.crds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.zonewright.api.v1alpha1.ZonewrightResource;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Specs that a real API server takes or refuses, and the words with which it does. */
@WithControlPlane
class CrdSamplesIT {
  private final ObjectMapper mapper = new ObjectMapper();

  @ParameterizedTest
  @MethodSource("io.zonewright.crds.CrdSample#good")
  void aGoodSpecGoesThroughJavaUnchanged(
      CrdSample sample, KubernetesClient client, TestNamespace namespace) {
    client.resource(sample.resource("good")).inNamespace(namespace.name()).create();
    ZonewrightResource<?, ?> read =
        client.resources(sample.crd().type()).inNamespace(namespace.name()).withName("good").get();
    assertThat(mapper.<JsonNode>valueToTree(read.getSpec()))
        .isEqualTo(storedSpec(client, namespace, sample));
    // The first write of any kind stores the default of the status, so that the version changes.
    ZonewrightResource<?, ?> written = client.resource(read).update();
    assertThat(written.getMetadata().getGeneration()).isEqualTo(1);
    assertThat(client.resource(written).update().getMetadata().getResourceVersion())
        .isEqualTo(written.getMetadata().getResourceVersion());
  }

  @ParameterizedTest
  @MethodSource("io.zonewright.crds.CrdSample#bad")
  void aBadSpecIsRefusedWithItsMessage(
      CrdSample sample, KubernetesClient client, TestNamespace namespace) {
    assertThatThrownBy(() -> write(sample, client, namespace))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(422))
        .hasMessageContaining(sample.because());
  }

  /** A rule without a sample that it refuses might refuse nothing. */
  @Test
  void everyMessageOfARuleHasASample() {
    Set<String> shown = CrdSample.bad().map(CrdSample::because).collect(Collectors.toSet());
    assertThat(Crd.ALL)
        .flatExtracting(crd -> crd.definition().findValues("message"))
        .filteredOn(JsonNode::isTextual)
        .extracting(JsonNode::asText)
        .filteredOn(message -> !message.equals("Waiting for controller"))
        .hasSizeGreaterThan(15)
        .isSubsetOf(shown);
  }

  private static void write(CrdSample sample, KubernetesClient client, TestNamespace namespace) {
    if (sample.before() != null) {
      var before = sample.resource("bad", sample.before());
      client.resource(before).inNamespace(namespace.name()).create();
      client.resource(sample.resource("bad")).inNamespace(namespace.name()).update();
    } else {
      client.resource(sample.resource("bad")).inNamespace(namespace.name()).create();
    }
  }

  private JsonNode storedSpec(KubernetesClient client, TestNamespace namespace, CrdSample sample) {
    GenericKubernetesResource stored =
        client
            .genericKubernetesResources("zonewright.io/v1alpha1", sample.crd().kind())
            .inNamespace(namespace.name())
            .withName("good")
            .get();
    return mapper.valueToTree(stored.get("spec"));
  }
}
