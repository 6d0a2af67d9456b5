package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.DnsClient;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.Tools;
import io.zonewright.testing.WithControlPlane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A replica that starts where many record sets are served already. */
@WithControlPlane
class ReplicaStartIT {
  private static final int MANY = 300;

  @Test
  void itIsReadyWhenItServesAllAndKeepsNoMoreThanItNeeds(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace)
      throws Exception {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    zone.applyZone();
    ManyRecordSets.create(client, namespace, MANY);
    try (OperatorProcess _ = Operators.start(controlPlane)) {
      eventually(
          () ->
              assertThat(zone.recordSets())
                  .allMatch(set -> zone.condition(set, "Ready").equals("True/Programmed")));
      eventually(zone::assertServedMessage);
    }

    try (OperatorProcess replica = Operators.start(controlPlane)) {
      assertServesAll(replica.dns(), zone);
      String histogram = histogram(replica);
      assertThat(histogram).doesNotContain("ManagedFieldsEntry").doesNotContain("OwnerReference");
      assertThat(instances(histogram, "DnsRecordSet")).isGreaterThanOrEqualTo(MANY);
      assertThat(instances(histogram, "ResourceState"))
          .as("resources of which the SDK keeps events")
          .isLessThan(MANY / 2);
      assertThat(histogram).doesNotContain("EventProducerTimeTask");

      zone.deleteRecordSet("r0");
      zone.apply("r1", "r1", "A", "addresses: [192.0.2.99]");
      eventually(() -> assertThat(replica.dns().rcode(zone.fqdn("r0"), "A")).isEqualTo("NXDOMAIN"));
      eventually(
          () -> assertThat(replica.dns().answers(zone.fqdn("r1"), "A")).contains("192.0.2.99"));
    }
  }

  private static void assertServesAll(DnsClient dns, ZoneUnderTest zone) throws IOException {
    for (int i = 0; i < MANY; i++) {
      assertThat(dns.answers(zone.fqdn("r" + i), "A")).as("r" + i).hasSize(1);
    }
  }

  /** Of what is left after a collection. */
  private static String histogram(OperatorProcess operator) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    List<String> arguments = List.of(Long.toString(operator.pid()), "GC.class_histogram");
    return Tools.run(jcmd, arguments, Map.of()).output();
  }

  private static int instances(String histogram, String type) {
    Matcher line = Pattern.compile("(?m)^ *\\d+: +(\\d+) .*\\." + type + "\\b").matcher(histogram);
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }
}
