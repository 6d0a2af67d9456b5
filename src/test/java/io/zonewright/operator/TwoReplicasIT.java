package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both of two replicas serve the same; one of them writes, and the other takes over from it. */
@WithControlPlane
class TwoReplicasIT {

  @Test
  void bothServeOneWritesAndTheOtherTakesOver(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    String lease = Operators.newLease();
    try (OperatorProcess first = Operators.with(controlPlane, lease).start();
        OperatorProcess second = Operators.with(controlPlane, lease).start()) {
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10");

      eventually(() -> zone.assertReady("www"));
      eventually(() -> assertSame(zone, first, second));
      eventually(() -> assertZoneTellsAll(zone));
      assertQuiet(zone);

      first.stop();
      zone.applyAddresses("www", "192.0.2.11");

      eventually(() -> zone.assertReady("www"));
      eventually(() -> assertSame(zone, second));
      assertThat(zone.status("www").data()).containsExactly("A 192.0.2.11");
    }
  }

  @Test
  void theOtherTakesOverFromOneThatWasKilled(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace)
      throws Exception {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    String lease = Operators.newLease();
    try (OperatorProcess one = impatient(controlPlane, lease).start();
        OperatorProcess two = impatient(controlPlane, lease).start()) {
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10");
      eventually(() -> zone.assertReady("www"));
      eventually(() -> assertThat(isLeading(one)).isNotEqualTo(isLeading(two)));
      OperatorProcess leader = isLeading(one) ? one : two;
      OperatorProcess follower = leader == one ? two : one;

      leader.kill();
      zone.applyAddresses("late", "192.0.2.11");

      eventually(() -> assertThat(isLeading(follower)).isTrue());
      eventually(() -> zone.assertReady("late"));
      eventually(() -> assertSame(zone, follower));
    }
  }

  @Test
  void bothEndWithOneSerialAfterManyChanges(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    String lease = Operators.newLease();
    try (OperatorProcess first = Operators.with(controlPlane, lease).start();
        OperatorProcess second = Operators.with(controlPlane, lease).start()) {
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10");
      for (int i = 0; i < 200; i++) {
        zone.applyAddresses("many" + i, "192.0.2." + i);
      }

      eventually(() -> assertThat(zone.counts().programmed()).isEqualTo(201));
      eventually(() -> zone.assertReady("many199"));
      eventually(() -> assertSame(zone, first, second));
      eventually(zone::assertServedMessage);
      assertQuiet(zone);
    }
  }

  /** One whose lease expires soon after it died. */
  private static OperatorProcess.Builder impatient(ControlPlane controlPlane, String lease) {
    return Operators.with(controlPlane, lease)
        .env("ZONEWRIGHT_LEASE_DURATION", "3s")
        .env("ZONEWRIGHT_LEASE_RENEW_DEADLINE", "2s")
        .env("ZONEWRIGHT_LEASE_RETRY_PERIOD", "500ms");
  }

  private static boolean isLeading(OperatorProcess operator) throws IOException {
    return operator.get("/q/metrics").contains("\nzonewright_leader 1.0");
  }

  private static void assertSame(ZoneUnderTest zone, OperatorProcess... replicas) throws Exception {
    for (OperatorProcess replica : replicas) {
      assertThat(replica.dns().answers(zone.fqdn("www"), "A")).hasSize(1);
      assertThat(zone.soa(replica).getSerial()).isEqualTo(zone.serial());
    }
  }

  /** What a zone counts follows its record sets by a moment, and is written once more. */
  private static void assertZoneTellsAll(ZoneUnderTest zone) {
    assertThat(zone.condition(zone.zone(), "Ready")).isEqualTo("True/Programmed");
    zone.assertServedMessage();
    assertThat(requireNonNull(zone.zoneStatus().recordSets()).programmed()).isEqualTo(1);
    assertThat(requireNonNull(zone.zoneStatus().servers()).summary()).isEqualTo("1/1");
  }

  /** Replicas that disagreed would write again and again. */
  private static void assertQuiet(ZoneUnderTest zone) {
    List<String> versions = versions(zone);
    for (int i = 0; i < 30; i++) {
      assertThat(versions(zone)).isEqualTo(versions);
      pause();
    }
  }

  private static List<String> versions(ZoneUnderTest zone) {
    return List.of(
        zone.zone().getMetadata().getResourceVersion(),
        zone.recordSet("www").getMetadata().getResourceVersion());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
