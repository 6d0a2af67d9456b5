package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Section;

/** A zone below takes its name from the zone above, which is told, and gives it back. */
@WithControlPlane
class ZoneBelowIT {

  @Test
  void whatTheZoneBelowAnswersForIsNotReadyAboveUntilThatGoes(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace)
      throws IOException {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10", "2001:db8::10");
      eventually(() -> zone.assertReady("www"));

      applyZoneBelow(zone, namespace);

      eventually(() -> zone.assertStalled("www", "BelowDelegation"));
      assertThat(zone.message("www")).contains("answered by zone www." + zone.zoneName() + ",");
      assertThat(answers(operator, zone)).isZero();
      eventually(
          () ->
              assertThat(notes(client, namespace, "zone"))
                  .singleElement()
                  .asString()
                  .startsWith("DnsRecordSet " + namespace.name() + "/www: "));

      zone.applyAddresses("mail", "192.0.2.11"); // proves another serial of the zone above
      eventually(() -> zone.assertReady("mail"));
      zone.assertStalled("www", "BelowDelegation");
      assertThat(zone.condition(zone.zone(), "Ready")).isEqualTo("True/Programmed");

      zone.deleteZone("below");

      eventually(() -> zone.assertReady("www"));
      assertThat(answers(operator, zone)).isEqualTo(1);
    }
  }

  private static void applyZoneBelow(ZoneUnderTest zone, TestNamespace namespace) {
    namespace.apply(
        """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsZone
        metadata: {name: below}
        spec:
          zoneName: www.%s
          nameServers: [{name: ns.provider.example.}]
        """
            .formatted(zone.zoneName()));
  }

  private static int answers(OperatorProcess operator, ZoneUnderTest zone) throws IOException {
    return operator.dns().ask(zone.fqdn("www"), "AAAA").getSection(Section.ANSWER).size();
  }

  /** What the Events about a zone say of what lies below another one. */
  private static List<String> notes(KubernetesClient client, TestNamespace namespace, String zone) {
    return client.events().v1().events().inNamespace(namespace.name()).list().getItems().stream()
        .filter(event -> event.getRegarding().getName().equals(zone))
        .filter(event -> event.getReason().equals("BelowDelegation"))
        .map(Event::getNote)
        .toList();
  }
}
