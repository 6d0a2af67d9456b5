package io.zonewright.crds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NamespaceableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.zonewright.api.v1alpha1.AcceptedZone;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Kstatus;
import io.zonewright.testing.Kubectl;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the CRDs promise beyond their rules, on a real API server. */
@WithControlPlane
class CrdIT {
  private static final String ZONE_HEAD =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsZone
      metadata: {name: example-com}
      """;
  private static final String ZONE =
      ZONE_HEAD
          + """
      spec:
        zoneName: example.com
        nameServers:
        - {name: ns1.example.com., addresses: ["192.0.2.1"]}
      """;
  private static final String MX =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsRecordSet
      metadata: {name: mail}
      spec:
        zoneRef: {name: example-com}
        name: "@"
        type: MX
        mx:
        - {preference: 10, exchange: mail1.example.com.}
      """;

  private final ObjectMapper mapper = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void theServerFindsNoFaultWithTheSchema(Crd crd, KubernetesClient client) {
    CustomResourceDefinition installed =
        client
            .apiextensions()
            .v1()
            .customResourceDefinitions()
            .withName(HasMetadata.getFullResourceName(crd.type()))
            .get();
    assertThat(installed.getStatus().getConditions())
        .allSatisfy(
            condition -> {
              assertThat(condition.getType()).isIn("NamesAccepted", "Established");
              assertThat(condition.getStatus()).isEqualTo("True");
            });
  }

  @Test
  void aNewObjectIsInProgressToKstatus(KubernetesClient client, TestNamespace namespace) {
    namespace.apply(ZONE);
    namespace.apply(MX);
    DnsZone zone = zone(client, namespace);
    assertThat(zone.getStatus().observedGeneration()).isEqualTo(-1);
    assertThat(zone.getStatus().conditions())
        .extracting(Condition::getType, Condition::getStatus, Condition::getReason)
        .containsExactly(tuple("Ready", "Unknown", "Pending"));
    assertThat(Kstatus.of(mapper.valueToTree(zone))).isEqualTo(Kstatus.IN_PROGRESS);
    DnsRecordSet recordSet =
        client.resources(DnsRecordSet.class).inNamespace(namespace.name()).withName("mail").get();
    assertThat(Kstatus.of(mapper.valueToTree(recordSet))).isEqualTo(Kstatus.IN_PROGRESS);
  }

  @Test
  void aUserCannotWriteTheStatusWithTheSpec(KubernetesClient client, TestNamespace namespace) {
    namespace.apply(ZONE + "status: {serial: 7}\n");
    namespace.apply(ZONE + "status: {serial: 8}\n");
    assertThat(zone(client, namespace).getStatus().serial()).isNull();
  }

  @Test
  void aStatusFromJavaComesBackAndLeavesTheSpecAlone(
      KubernetesClient client, TestNamespace namespace) {
    namespace.apply(ZONE);
    DnsZone before = zone(client, namespace);
    DnsZoneStatus status =
        new DnsZoneStatus(
            1L,
            List.of(condition("Ready", "True")),
            "example.com",
            new AcceptedZone(1L, before.getSpec()),
            4_294_967_295L,
            "2026-11-24T12:00:00Z",
            "00112233445566778899aabbccddeeff",
            List.of("ns1.example.com."),
            List.of("192.0.2.1"),
            null,
            null);
    applyStatus(client, namespace, "one", status);
    DnsZone after = zone(client, namespace);
    assertThat(after.getStatus()).isEqualTo(status);
    assertThat(after.getSpec()).isEqualTo(before.getSpec());
    assertThat(after.getMetadata().getGeneration()).isEqualTo(1);
    assertThat(Kstatus.of(mapper.valueToTree(after))).isEqualTo(Kstatus.CURRENT);
  }

  @Test
  void theSameStatusAppliedAgainIsQuiet(KubernetesClient client, TestNamespace namespace) {
    namespace.apply(ZONE);
    DnsZoneStatus status = conditions(condition("Ready", "True"));
    String version = applyStatus(client, namespace, "one", status);
    assertThat(applyStatus(client, namespace, "one", status)).isEqualTo(version);
  }

  @Test
  void conditionsOfTwoWritersStandSideBySide(KubernetesClient client, TestNamespace namespace) {
    namespace.apply(ZONE);
    applyStatus(client, namespace, "one", conditions(condition("Ready", "True")));
    applyStatus(client, namespace, "two", conditions(condition("Signed", "True")));
    applyStatus(client, namespace, "one", conditions(condition("Ready", "False")));
    assertThat(zone(client, namespace).getStatus().conditions())
        .extracting(condition -> condition.getType() + "=" + condition.getStatus())
        .containsExactlyInAnyOrder("Ready=False", "Signed=True");
  }

  /** An older operator keeps what a newer one has accepted. */
  @Test
  void theAcceptedSpecKeepsFieldsOfTheFuture(KubernetesClient client, TestNamespace namespace) {
    namespace.apply(ZONE);
    String status = "status: {accepted: {generation: 1, spec: {fromTheFuture: 1}}}\n";
    applyStatus(namespace, "future", client.resource(ZONE_HEAD + status));
    HasMetadata read = client.resource(ZONE).inNamespace(namespace.name()).get();
    assertThat(mapper.<JsonNode>valueToTree(read).at("/status/accepted/spec/fromTheFuture").asInt())
        .isEqualTo(1);
  }

  @Test
  void entriesOfTwoAppliersAreMerged(KubernetesClient client, TestNamespace namespace) {
    namespace.apply(MX);
    apply(client, namespace, "other", MX.replace("mail1", "mail2"));
    apply(client, namespace, "third", MX.replace("10", "20"));
    DnsRecordSet merged =
        client.resources(DnsRecordSet.class).inNamespace(namespace.name()).withName("mail").get();
    assertThat(merged.getSpec().mx())
        .extracting(mx -> mx.preference() + " " + mx.exchange())
        .containsExactlyInAnyOrder(
            "10 mail1.example.com.", "10 mail2.example.com.", "20 mail1.example.com.");
  }

  @Test
  void addressesOfTwoAppliersAreMerged(KubernetesClient client, TestNamespace namespace) {
    namespace.apply(ZONE);
    apply(client, namespace, "other", ZONE.replace("192.0.2.1", "2001:db8::1"));
    assertThat(zone(client, namespace).getSpec().nameServers().getFirst().addresses())
        .containsExactlyInAnyOrder("192.0.2.1", "2001:db8::1");
  }

  @Test
  void recordSetsAreSelectedByZoneNameAndType(KubernetesClient client, TestNamespace namespace) {
    namespace.apply(MX);
    var all = client.resources(DnsRecordSet.class).inNamespace(namespace.name());
    assertThat(all.withField("spec.zoneRef.name", "example-com").list().getItems()).hasSize(1);
    assertThat(all.withField("spec.name", "@").withField("spec.type", "MX").list().getItems())
        .hasSize(1);
    assertThat(all.withField("spec.zoneRef.name", "example-net").list().getItems()).isEmpty();
  }

  @Test
  void theTablesHaveTheirColumns(ControlPlane controlPlane, TestNamespace namespace) {
    namespace.apply(ZONE);
    namespace.apply(MX);
    Kubectl kubectl = Kubectl.of(controlPlane);
    assertThat(kubectl.run("get", "dnsz", "-n", namespace.name()).output())
        .matches("(?s)NAME +ZONE +SERIAL +RECORDS +READY +REASON +AGE.*example-com .*Pending.*");
    assertThat(kubectl.run("get", "dnsrs", "-o", "wide", "-n", namespace.name()).output())
        .matches(
            "(?s)NAME +NAME +TYPE +TTL +DATA +READY +REASON +AGE +ZONE +SERIAL +MESSAGE.*"
                + "mail .*MX.*example-com +Waiting for controller.*");
  }

  @Test
  void aTypingErrorInAFieldIsAnErrorToKubectl(ControlPlane controlPlane, TestNamespace namespace)
      throws IOException {
    Path file = Files.createTempFile("zonewright-", ".yaml");
    Files.writeString(file, ZONE + "  defaultTTL: 60\n");
    var result =
        Kubectl.of(controlPlane)
            .run("apply", "--server-side", "-n", namespace.name(), "-f", file.toString());
    Files.delete(file);
    assertThat(result.status()).isNotZero();
    assertThat(result.output()).contains("defaultTTL");
  }

  private static DnsZone zone(KubernetesClient client, TestNamespace namespace) {
    return client
        .resources(DnsZone.class)
        .inNamespace(namespace.name())
        .withName("example-com")
        .get();
  }

  private static void apply(
      KubernetesClient client, TestNamespace namespace, String manager, String yaml) {
    client.resource(yaml).inNamespace(namespace.name()).fieldManager(manager).serverSideApply();
  }

  private static String applyStatus(
      KubernetesClient client, TestNamespace namespace, String manager, DnsZoneStatus status) {
    DnsZone zone = new DnsZone();
    zone.setMetadata(new ObjectMetaBuilder().withName("example-com").build());
    zone.setStatus(status);
    return applyStatus(namespace, manager, client.resource(zone));
  }

  private static <T extends HasMetadata> String applyStatus(
      TestNamespace namespace, String manager, NamespaceableResource<T> resource) {
    PatchContext context =
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(manager)
            .withForce(false)
            .build();
    return resource
        .inNamespace(namespace.name())
        .subresource("status")
        .patch(context, resource.item())
        .getMetadata()
        .getResourceVersion();
  }

  private static DnsZoneStatus conditions(Condition... conditions) {
    return new DnsZoneStatus(
        1L, List.of(conditions), null, null, null, null, null, List.of(), List.of(), null, null);
  }

  private static Condition condition(String type, String status) {
    return new ConditionBuilder()
        .withType(type)
        .withStatus(status)
        .withObservedGeneration(1L)
        .withReason("Tried")
        .withMessage("")
        .withLastTransitionTime("2026-11-24T12:00:00Z")
        .build();
  }
}
