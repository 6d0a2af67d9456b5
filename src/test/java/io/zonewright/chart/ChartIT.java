package io.zonewright.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Kubectl;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.Tools;
import io.zonewright.testing.WithControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart, by a real helm and on a real API server. */
@WithControlPlane
class ChartIT {
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void lintFindsNothing() {
    Tools.Result result = Helm.alone().run("lint", "--strict", Helm.CHART.toString());
    assertThat(result.status()).as(result.output()).isZero();
  }

  @Test
  void theManifestsAreRenderedFromIt() {
    Helm helm = Helm.alone();
    assertThat(new HashSet<>(YamlObjects.read(Path.of("deploy", "operator.yaml")).objects()))
        .as("run `make manifests`")
        .isEqualTo(
            new HashSet<>(helm.template("zonewright", "--set", "crds.install=false").objects()));
    assertThat(new HashSet<>(YamlObjects.read(Path.of("deploy", "crds.yaml")).objects()))
        .as("run `make manifests`")
        .isEqualTo(
            new HashSet<>(
                helm.template("zonewright", "--show-only", "templates/crds.yaml").objects()));
  }

  @Test
  void theServerTakesWhatItRendersAndFindsNoDifferenceAfterwards(
      ControlPlane controlPlane, TestNamespace namespace, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("rendered.yaml");
    Files.writeString(file, Helm.alone().template(namespace.name()).text());
    Kubectl kubectl = Kubectl.of(controlPlane);
    Tools.Result applied =
        kubectl.run("apply", "--server-side", "--force-conflicts", "-f", file.toString());
    assertThat(applied.status()).as(applied.output()).isZero();
    Tools.Result diff =
        kubectl.run("diff", "--server-side", "--force-conflicts", "-f", file.toString());
    assertThat(diff.status()).as(diff.output()).isZero();
  }

  @Test
  void theServerTakesItWithEveryValueSet(
      ControlPlane controlPlane, TestNamespace namespace, @TempDir Path folder) throws IOException {
    Path values = folder.resolve("values.yaml");
    Files.writeString(
        values,
        """
        replicas: 3
        image: {repository: registry.example/dns/zonewright, tag: "1.2.3", pullPolicy: Always}
        imagePullSecrets: [{name: registry}]
        service:
          type: LoadBalancer
          annotations: {example.com/pool: dns}
          loadBalancerClass: example.com/lb
          externalTrafficPolicy: Local
          internalTrafficPolicy: Local
        serviceAccount: {annotations: {example.com/role: dns}}
        log: {json: false}
        javaOptions: "-XX:MaxRAMPercentage=60 -Xss512k"
        env: [{name: ZONEWRIGHT_NAMESPACES, value: dns}]
        resources: {limits: {memory: 2Gi}}
        podDisruptionBudget: {maxUnavailable: 50%}
        podAnnotations: {example.com/a: b}
        podLabels: {example.com/c: d}
        nodeSelector: {kubernetes.io/os: linux}
        tolerations: [{key: dns, operator: Exists}]
        affinity: {nodeAffinity: {}}
        priorityClassName: system-cluster-critical
        """);
    YamlObjects rendered = Helm.alone().template(namespace.name(), "--values", values.toString());
    Path file = folder.resolve("rendered.yaml");
    Files.writeString(file, rendered.text());
    Tools.Result applied =
        Kubectl.of(controlPlane)
            .run(
                "apply",
                "--server-side",
                "--force-conflicts",
                "--dry-run=server",
                "-f",
                file.toString());
    assertThat(applied.status()).as(applied.output()).isZero();
    assertThat(rendered.one("Deployment").at("/spec/template/spec/containers/0/image").asText())
        .isEqualTo("registry.example/dns/zonewright:1.2.3");
    assertThat(rendered.ofKind("Service"))
        .extracting(service -> service.at("/spec/type").asText())
        .contains("LoadBalancer");
    assertThat(rendered.one("Deployment").at("/spec/template/spec/containers/0/env"))
        .extracting(variable -> variable.at("/value").asText())
        .contains("@jvm.options -XX:AOTCache=zonewright.aot -XX:MaxRAMPercentage=60 -Xss512k");
  }

  @Test
  void aMisspeltValueIsRefused() {
    Tools.Result result =
        Helm.alone().run("template", "zonewright", Helm.CHART.toString(), "--set", "replica=3");
    assertThat(result.status()).isNotZero();
    assertThat(result.output()).contains("replica");
  }

  @Test
  void theDnsServiceHasBothTransportsAndBothFamiliesWhereThereAreTwo() {
    List<JsonNode> services = Helm.alone().template("dns").ofKind("Service").toList();
    assertThat(services)
        .hasSize(2)
        .allSatisfy(
            service -> {
              assertThat(service.at("/spec/ipFamilyPolicy").asText()).isEqualTo("PreferDualStack");
              assertThat(service.at("/spec/ports"))
                  .extracting(port -> port.get("protocol").asText())
                  .contains("UDP", "TCP");
            });
  }

  @Test
  void aNamespaceThatEnforcesTheRestrictedStandardLetsThePodsIn(
      KubernetesClient client, TestNamespace namespace) {
    client
        .namespaces()
        .withName(namespace.name())
        .edit(
            found ->
                new NamespaceBuilder(found)
                    .editMetadata()
                    .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                    .endMetadata()
                    .build());
    YamlObjects rendered = Helm.alone().template(namespace.name());
    client
        .resource(
            mapper.convertValue(rendered.one("ServiceAccount"), GenericKubernetesResource.class))
        .create();
    Deployment deployment = mapper.convertValue(rendered.one("Deployment"), Deployment.class);
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName("zonewright")
            .withNamespace(namespace.name())
            .endMetadata()
            .withSpec(deployment.getSpec().getTemplate().getSpec())
            .build();
    assertThat(client.resource(pod).dryRun().create()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "yes, list, dnszones.zonewright.io, --all-namespaces",
    "yes, watch, dnsrecordsets.zonewright.io, --all-namespaces",
    "yes, patch, dnszones.zonewright.io, --all-namespaces --subresource=status",
    "yes, patch, dnsrecordsets.zonewright.io, --all-namespaces --subresource=status",
    "yes, create, events.events.k8s.io, --all-namespaces",
    "yes, create, leases.coordination.k8s.io, --namespace=NS",
    "yes, patch, leases.coordination.k8s.io/zonewright, --namespace=NS",
    "no, patch, leases.coordination.k8s.io/another, --namespace=NS",
    "no, create, leases.coordination.k8s.io, --all-namespaces",
    "no, patch, dnszones.zonewright.io, --all-namespaces",
    "no, update, dnsrecordsets.zonewright.io, --all-namespaces",
    "no, delete, dnsrecordsets.zonewright.io, --all-namespaces",
    "no, get, secrets, --namespace=NS",
    "no, list, pods, --namespace=NS",
  })
  void theOperatorHasTheRightsItNeedsAndNoMore(
      String answer,
      String verb,
      String resource,
      String options,
      ControlPlane controlPlane,
      TestNamespace namespace,
      @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("rendered.yaml");
    Files.writeString(
        file, Helm.alone().template(namespace.name(), "--set", "crds.install=false").text());
    Kubectl kubectl = Kubectl.of(controlPlane);
    assertThat(kubectl.run("apply", "--server-side", "-f", file.toString()).status()).isZero();
    String user = "system:serviceaccount:" + namespace.name() + ":zonewright";
    String question = "auth can-i %s %s --as=%s %s".formatted(verb, resource, user, options);
    Tools.Result result = kubectl.run(question.replace("NS", namespace.name()).split(" "));
    assertThat(result.lines()).last().isEqualTo(answer);
  }

  @Test
  void toUninstallItKeepsTheCrds(ControlPlane controlPlane, TestNamespace namespace) {
    Helm helm = Helm.of(controlPlane);
    Tools.Result installed =
        helm.run(
            "install",
            "zonewright",
            Helm.CHART.toString(),
            "--take-ownership",
            "--namespace",
            namespace.name());
    assertThat(installed.status()).as(installed.output()).isZero();
    assertThat(installed.output()).contains("port 53", "service.type=LoadBalancer");
    Tools.Result removed = helm.run("uninstall", "zonewright", "--namespace", namespace.name());
    assertThat(removed.status()).as(removed.output()).isZero();
    assertThat(Kubectl.of(controlPlane).run("get", "crd").output())
        .contains("dnszones.zonewright.io", "dnsrecordsets.zonewright.io");
  }
}
