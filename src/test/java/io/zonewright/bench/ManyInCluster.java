package io.zonewright.bench;

import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.operator.status.Conditions;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Eventually;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.StoredCopies;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * A control plane with many record sets, each of an A and an AAAA record, with the status that the
 * operator has written of one of them: what a replica finds that starts beside others. Prints the
 * kubeconfig, and runs until it is ended.
 *
 * <p>Arguments: number of zones, record sets in each zone.
 */
public final class ManyInCluster {
  private static final String NAMESPACE = "default";
  private static final String TEMPLATE = "template-host";
  private static final String IPV4 = "192.0.2.254";
  private static final String IPV6 = "2001:db8::fffe";
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int PER_SECOND = 200;

  private final ControlPlane controlPlane;
  private final int zones;
  private final int perZone;

  private ManyInCluster(ControlPlane controlPlane, int zones, int perZone) {
    this.controlPlane = controlPlane;
    this.zones = zones;
    this.perZone = perZone;
  }

  /** Runs until it is ended. */
  public static void main(String[] args) throws Exception {
    try (ControlPlane controlPlane = ControlPlane.start()) {
      ManyInCluster world =
          new ManyInCluster(controlPlane, Integer.parseInt(args[0]), Integer.parseInt(args[1]));
      world.make();
      System.out.println(controlPlane.kubeconfig());
      new CountDownLatch(1).await();
    }
  }

  private void make() throws Exception {
    controlPlane.installCrds();
    for (int zone = 0; zone < zones; zone++) {
      apply(zone(zone));
    }
    apply(template());
    try (OperatorProcess _ = OperatorProcess.start(controlPlane)) {
      Eventually.within(Duration.ofMinutes(2)).until(this::isTemplateReady);
    }
    copy();
    System.err.println(controlPlane.kubeconfig() + ": a replica settles what is there");
    client().resources(DnsRecordSet.class).inNamespace(NAMESPACE).withName(TEMPLATE).delete();
    settle();
  }

  private static String zone(int zone) {
    return """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsZone
        metadata: {name: zone-%1$d}
        spec:
          zoneName: zone-%1$d.start.example
          nameServers: [{name: ns1.example.net.}]
        """
        .formatted(zone);
  }

  private static String template() {
    return """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsRecordSet
        metadata: {name: %1$s}
        spec:
          zoneRef: {name: zone-0}
          name: %1$s
          type: A+AAAA
          addresses: [%2$s, "%3$s"]
        """
        .formatted(TEMPLATE, IPV4, IPV6);
  }

  private void copy() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      StoredCopies copies = controlPlane.storedCopies(http);
      String template = copies.read(key(TEMPLATE));
      copies.write(zones * perZone, i -> key(name(i)), i -> copy(template, i));
    }
    controlPlane.restartApiServer(); // it would take in so many as changes, one after the other
    ListOptions some = new ListOptionsBuilder().withLimit(1_000L).build();
    Eventually.within(Duration.ofMinutes(5))
        .until(
            () ->
                !client()
                    .resources(DnsRecordSet.class)
                    .inAnyNamespace()
                    .list(some)
                    .getItems()
                    .isEmpty());
  }

  private static String key(String name) {
    return "/registry/zonewright.io/dnsrecordsets/" + NAMESPACE + "/" + name;
  }

  private String name(int i) {
    return "host" + i % perZone + (zones == 1 ? "" : "-" + i / perZone);
  }

  private String copy(String template, int i) {
    String time = BEGIN.plusSeconds(i / PER_SECOND).toString();
    return template
        .replace(TEMPLATE, name(i))
        .replace("zone-0", "zone-" + i / perZone)
        .replace(IPV4, "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255))
        .replace(IPV6, "2001:db8:%x:1::%x".formatted((i >> 15) + 1, (i & 0x7fff) + 1))
        .replaceAll("\"uid\":\"[^\"]*\"", "\"uid\":\"" + UUID.randomUUID() + "\"")
        .replaceAll("(Timestamp|TransitionTime)\":\"[^\"]*\"", "$1\":\"" + time + "\"");
  }

  /** Has the operator seal the zones with all that is in them. */
  private void settle() {
    try (OperatorProcess _ =
        OperatorProcess.with(controlPlane.kubeconfig()).javaOption("-Xmx3g").startUnready()) {
      Eventually.within(Duration.ofMinutes(10))
          .until(
              () ->
                  client()
                      .resources(DnsZone.class)
                      .inNamespace(NAMESPACE)
                      .list()
                      .getItems()
                      .stream()
                      .allMatch(zone -> isSettled(zone)));
    }
  }

  private boolean isSettled(DnsZone zone) {
    DnsZoneStatus status = zone.getStatus();
    return status != null
        && status.recordSets() != null
        && status.recordSets().programmed() == perZone
        && status.servers() != null
        && status.servers().current() == 1;
  }

  private boolean isTemplateReady() {
    DnsRecordSet set =
        client().resources(DnsRecordSet.class).inNamespace(NAMESPACE).withName(TEMPLATE).get();
    return set.getStatus() != null
        && set.getStatus().conditions().stream()
            .anyMatch(c -> c.getType().equals(Conditions.READY) && c.getStatus().equals("True"));
  }

  private void apply(String yaml) {
    client()
        .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .inNamespace(NAMESPACE)
        .resources()
        .forEach(resource -> resource.forceConflicts().serverSideApply());
  }

  private KubernetesClient client() {
    return controlPlane.client();
  }
}
