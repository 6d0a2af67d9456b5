package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of two record sets that want one name the older wins, and the other takes over when it goes. */
@WithControlPlane
class ConflictTakeoverIT {
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
  void theOlderHoldsTheName(KubernetesClient client, TestNamespace namespace) {
    zone = new ZoneUnderTest(client, namespace);
    zone.applyZone();
    zone.apply("a-older", "www", "A", "addresses: [192.0.2.1]");
    eventually(() -> zone.assertReady("a-older"));
  }

  @Test
  void theLoserIsStalledAndTakesOverByItself(KubernetesClient client, TestNamespace namespace) {
    zone.apply("b-younger", "www", "A", "addresses: [192.0.2.2]");
    eventually(() -> zone.assertStalled("b-younger", "NameConflict"));
    zone.assertReady("a-older");
    eventually(() -> assertThat(zone.counts().conflicted()).isEqualTo(1));
    assertThat(zone.condition(zone.zone(), "Ready")).isEqualTo("True/Programmed");
    eventually(() -> assertTheOwnerOfTheZoneIsTold(client, namespace));

    zone.deleteRecordSet("a-older");

    eventually(() -> zone.assertReady("b-younger"));
    assertThat(answer()).isEqualTo("192.0.2.2");
    eventually(() -> assertThat(zone.counts().conflicted()).isZero());
  }

  @Test
  void aCnameBesideOtherDataIsStalled() {
    zone.apply("b-younger", "www", "CNAME", "cname: elsewhere.example.");

    eventually(() -> zone.assertStalled("b-younger", "CnameConflict"));
    assertThat(answer()).isEqualTo("192.0.2.1");
  }

  private static void assertTheOwnerOfTheZoneIsTold(
      KubernetesClient client, TestNamespace namespace) {
    assertThat(client.events().v1().events().inNamespace(namespace.name()).list().getItems())
        .filteredOn(event -> event.getRegarding().getKind().equals("DnsZone"))
        .anySatisfy(
            event -> {
              assertThat(event.getReason()).isEqualTo("NameConflict");
              assertThat(event.getNote()).contains("b-younger", "a-older");
            });
  }

  private String answer() {
    try {
      return operator.dns().answers(zone.fqdn("www"), "A").getFirst();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
