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

/** Edits, renames and deletions take effect. No resource has a finalizer, so none is held back. */
@WithControlPlane
class UpdateDeleteRenameIT {
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
  void serveWww(KubernetesClient client, TestNamespace namespace) {
    zone = new ZoneUnderTest(client, namespace);
    zone.applyZone();
    zone.applyAddresses("www", "192.0.2.10");
    eventually(() -> zone.assertReady("www"));
  }

  @Test
  void anUpdateIsAnsweredAndReportedWithAHigherSerial() {
    long before = zone.serial();

    zone.applyAddresses("www", "192.0.2.11", "192.0.2.12");

    eventually(() -> assertAnswers("www", "192.0.2.11", "192.0.2.12"));
    eventually(() -> zone.assertReady("www"));
    assertThat(zone.status("www").data()).containsExactly("A 192.0.2.11", "A 192.0.2.12");
    assertThat(zone.serial()).isGreaterThan(before);
  }

  @Test
  void aRenamedRecordSetLeavesItsOldName() {
    zone.apply("www", "web", "A+AAAA", "addresses: [192.0.2.10]");

    eventually(() -> assertAnswers("web", "192.0.2.10"));
    assertThat(rcode("www")).isEqualTo("NXDOMAIN");
    eventually(() -> zone.assertReady("www"));
    assertThat(zone.status("www").fqdn()).isEqualTo(zone.fqdn("web"));
  }

  @Test
  void aDeletedRecordSetIsGoneAtOnce() {
    assertThat(zone.recordSet("www").getMetadata().getFinalizers()).isEmpty();

    zone.deleteRecordSet("www");

    eventually(() -> assertThat(rcode("www")).isEqualTo("NXDOMAIN"));
    assertThat(zone.recordSets()).isEmpty();
  }

  @Test
  void aDeletedZoneIsNotServedAndItsRecordSetsWait() {
    zone.deleteZone("zone");

    eventually(() -> assertThat(rcode("www")).isEqualTo("REFUSED"));
    eventually(() -> zone.assertWaits("www", "ZoneNotFound"));
  }

  @Test
  void whatIsDeletedAndMadeAgainIsServedAgain() {
    zone.deleteZone("zone");
    zone.deleteRecordSet("www");
    eventually(() -> assertThat(rcode("www")).isEqualTo("REFUSED"));

    zone.applyAddresses("www", "192.0.2.99");
    zone.applyZone();

    eventually(() -> assertAnswers("www", "192.0.2.99"));
    eventually(() -> zone.assertReady("www"));
  }

  private void assertAnswers(String name, String... addresses) throws Exception {
    assertThat(operator.dns().answers(zone.fqdn(name), "A")).containsExactly(addresses);
  }

  private String rcode(String name) {
    try {
      return operator.dns().rcode(zone.fqdn(name), "A");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
