package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.Tools;
import io.zonewright.testing.WithControlPlane;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What kubectl and GitOps tools read of a status. */
@WithControlPlane
class StatusConditionsIT {
  private static OperatorProcess operator;
  private ZoneUnderTest zone;

  @BeforeAll
  static void start(ControlPlane controlPlane) {
    operator = Operators.start(controlPlane);
  }

  @AfterAll
  static void stop() {
    operator.close();
  }

  @BeforeEach
  void apply(KubernetesClient client, TestNamespace namespace) {
    zone = new ZoneUnderTest(client, namespace);
    zone.applyZone();
    zone.applyAddresses("www", "192.0.2.10", "2001:db8::10");
  }

  @Test
  void kubectlWaitsForReady(ControlPlane controlPlane, TestNamespace namespace) {
    var result =
        kubectl(
            controlPlane,
            namespace,
            "wait",
            "--for=condition=Ready",
            "--timeout=60s",
            "dnszone/zone",
            "dnsrecordset/www");

    assertThat(result.status()).as(result.output()).isZero();
  }

  @Test
  void kubectlGetShowsSerialDataReadyAndReason(ControlPlane controlPlane, TestNamespace namespace) {
    eventually(() -> zone.assertReady("www"));

    assertThat(kubectl(controlPlane, namespace, "get", "dnsz,dnsrs").output())
        .contains(zone.zoneName(), Long.toString(zone.serial()), "Programmed")
        .contains("192.0.2.10, 2001:db8::10");
  }

  @Test
  void anEventOfTheLongestNameIsTaken(KubernetesClient client, TestNamespace namespace) {
    String longest = "a".repeat(215) + "-" + "b".repeat(37);

    zone.apply(longest, "long", "A", "addresses: [192.0.2.11]");

    eventually(
        () ->
            assertThat(
                    client.events().v1().events().inNamespace(namespace.name()).list().getItems())
                .extracting(event -> event.getRegarding().getName())
                .contains(longest));
  }

  @Test
  void aReadyResourceHasItsThreeConditionsAndNoOther() {
    eventually(() -> zone.assertReady("www"));

    assertThat(zone.status("www").conditions())
        .extracting(Condition::getType)
        .containsExactlyInAnyOrder("Ready", "Accepted", "Programmed");
    assertThat(zone.status("www").conditions())
        .allSatisfy(condition -> assertThat(condition.getObservedGeneration()).isEqualTo(1));
    assertThat(zone.status("www").observedGeneration()).isEqualTo(1);
  }

  @Test
  void theMessageOfAZoneNamesTheSerialAndTheFamiliesThatAnswered() {
    eventually(() -> zone.assertReady("www"));
    eventually(zone::assertServedMessage);

    zone.applyAddresses("www", "192.0.2.11");

    eventually(() -> assertThat(zone.status("www").data()).containsExactly("A 192.0.2.11"));
    eventually(() -> zone.assertReady("www"));
    eventually(zone::assertServedMessage);
  }

  @Test
  void theTimeOfATransitionStaysWhileTheStatusDoes() {
    eventually(() -> zone.assertReady("www"));
    String since = zone.status("www").conditions().getFirst().getLastTransitionTime();

    zone.applyAddresses("www", "192.0.2.10");
    zone.apply("www", "www", "A+AAAA", "ttl: 60, addresses: [192.0.2.10]");

    eventually(
        () -> {
          zone.assertReady("www");
          assertThat(zone.status("www").ttl()).isEqualTo(60);
        });
    assertThat(zone.status("www").conditions())
        .filteredOn(condition -> condition.getType().equals("Accepted"))
        .allSatisfy(condition -> assertThat(condition.getLastTransitionTime()).isEqualTo(since));
  }

  private static Tools.Result kubectl(
      ControlPlane controlPlane, TestNamespace namespace, String... arguments) {
    List<String> all = new ArrayList<>();
    all.add("--kubeconfig=" + controlPlane.kubeconfig());
    all.add("--namespace=" + namespace.name());
    all.addAll(List.of(arguments));
    return Tools.run(controlPlane.binaries().binary("kubectl").toString(), all);
  }
}
