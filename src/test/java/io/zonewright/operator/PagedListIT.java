package io.zonewright.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a start asks for many record sets. */
@WithControlPlane
class PagedListIT {
  private static final Pattern LISTS =
      Pattern.compile(
          "(?m)^apiserver_request_total\\{.*resource=\"dnsrecordsets\".*verb=\"LIST\".*} (\\d+)");

  @Test
  void manyRecordSetsAreAskedForAtOnceAndReadInPages(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace)
      throws Exception {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    zone.applyZone();
    int last = 2 * Math.toIntExact(ResourceCaches.PAGE);
    ManyRecordSets.create(client, namespace, last + 1);
    long before = lists(client);

    try (OperatorProcess operator = Operators.start(controlPlane)) {
      assertThat(lists(client) - before).as("a probe, the first page and all").isEqualTo(3);
      assertThat(operator.dns().answers(zone.fqdn("r" + last), "A")).hasSize(1);
    }
  }

  private static long lists(KubernetesClient client) {
    return LISTS
        .matcher(client.raw("/metrics"))
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }
}
