package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of two zones of one name the older is served, and the other takes over when it goes. */
@WithControlPlane
class DuplicateZoneIT {

  @Test
  void theYoungerIsStalledAndTakesOverAndBothAreToldOnce(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace) {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      zone.applyZone();
      eventually(
          () -> assertThat(zone.condition(zone.zone(), "Ready")).isEqualTo("True/Programmed"));
      long serial = zone.serial();

      zone.applyZone("zone2", 60);
      eventually(
          () -> {
            assertThat(zone.condition(zone.zone("zone2"), "Ready"))
                .isEqualTo("False/DuplicateZone");
            assertThat(zone.condition(zone.zone("zone2"), "Stalled"))
                .isEqualTo("True/DuplicateZone");
          });
      assertThat(soa(operator, zone).getTTL()).isEqualTo(300);
      eventually(
          () -> {
            assertThat(duplicateEvents(client, namespace, "zone2")).hasSize(1);
            assertThat(duplicateEvents(client, namespace, "zone"))
                .singleElement()
                .asString()
                .contains(namespace.name() + "/zone2");
          });
      long serialBefore = zone.serial();
      zone.applyAddresses("www", "192.0.2.10"); // changes the winner, and not who has won
      eventually(() -> zone.assertReady("www"));
      eventually(() -> assertThat(zone.serial()).isGreaterThan(serialBefore));
      assertThat(duplicateEvents(client, namespace, "zone")).hasSize(1);
      assertThat(duplicateEvents(client, namespace, "zone2")).hasSize(1);

      zone.deleteZone("zone");

      eventually(
          () ->
              assertThat(zone.condition(zone.zone("zone2"), "Ready")).isEqualTo("True/Programmed"));
      assertThat(soa(operator, zone).getTTL()).isEqualTo(60);
      assertThat(zone.serial("zone2")).isGreaterThan(serial);
    }
  }

  /** What the Events about a zone say of it being there twice. */
  private static List<String> duplicateEvents(
      KubernetesClient client, TestNamespace namespace, String zone) {
    return client.events().v1().events().inNamespace(namespace.name()).list().getItems().stream()
        .filter(event -> event.getRegarding().getName().equals(zone))
        .filter(event -> event.getReason().equals("DuplicateZone"))
        .map(Event::getNote)
        .toList();
  }

  private static org.xbill.DNS.Record soa(OperatorProcess operator, ZoneUnderTest zone) {
    try {
      return operator
          .dns()
          .ask(zone.zoneName() + ".", "SOA")
          .getSection(org.xbill.DNS.Section.ANSWER)
          .getFirst();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
