package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TcpProxy;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.WithControlPlane;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An operator that may not read any more says so, and goes on serving what it knows. */
@WithControlPlane
class RefusedWatchIT {
  private static final String ACCOUNT = "reader";
  private static final Pattern LOST =
      Pattern.compile("(?m)^zonewright_watch_lost_seconds\\{kind=\"(\\w+)\",?} (\\S+)");

  @Test
  void theLossAndTheReturnOfTheWatchAreTold(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace)
      throws IOException {
    ClusterRoleBinding rights = newAccount(client, namespace);
    client.resource(rights).create();
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (TcpProxy proxy = TcpProxy.to(controlPlane.apiServerPort());
        OperatorProcess operator =
            OperatorProcess.with(controlPlane.kubeconfigOf(namespace.name(), ACCOUNT, proxy.port()))
                .env("ZONEWRIGHT_LEASE_NAME", Operators.newLease())
                .env("ZONEWRIGHT_LEASE_NAMESPACE", namespace.name())
                .start()) {
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10");
      eventually(() -> zone.assertReady("www"));
      assertThat(lostSeconds(operator)).isEqualTo("DnsRecordSet 0.0, DnsZone 0.0");

      client.resource(rights).delete();
      proxy.breakConnections();

      eventually(
          () ->
              assertThat(operator.log())
                  .containsPattern("DnsZone: changes do not arrive.*forbidden")
                  .containsPattern("DnsRecordSet: changes do not arrive.*forbidden"));
      assertThat(lostSeconds(operator)).doesNotContain(" 0.0");
      assertThat(operator.status("/q/health/ready")).isEqualTo(200);
      assertThat(operator.status("/q/health/live")).isEqualTo(200);
      assertThat(operator.dns().answers(zone.fqdn("www"), "A")).containsExactly("192.0.2.10");

      client.resource(rights).create();
      zone.applyAddresses("www", "192.0.2.11");

      eventually(
          () -> assertThat(lostSeconds(operator)).isEqualTo("DnsRecordSet 0.0, DnsZone 0.0"));
      eventually(
          () ->
              assertThat(operator.dns().answers(zone.fqdn("www"), "A"))
                  .containsExactly("192.0.2.11"));
      assertThat(operator.log().split("changes do not arrive", -1)).as("said once").hasSize(3);
      assertThat(operator.log()).contains("DnsZone: changes arrive again");
    } finally {
      client.resource(rights).delete();
    }
  }

  private static String lostSeconds(OperatorProcess operator) throws IOException {
    return LOST.matcher(operator.get("/q/metrics"))
        .results()
        .map(found -> found.group(1) + " " + found.group(2))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static ClusterRoleBinding newAccount(KubernetesClient client, TestNamespace namespace) {
    client
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(ACCOUNT)
                .withNamespace(namespace.name())
                .endMetadata()
                .build())
        .create();
    return new ClusterRoleBindingBuilder()
        .withNewMetadata()
        .withName(namespace.name())
        .endMetadata()
        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
        .addNewSubject(null, "ServiceAccount", ACCOUNT, namespace.name())
        .build();
  }
}
