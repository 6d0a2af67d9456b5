package io.zonewright.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsRecordSetStatus;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.api.v1alpha1.RecordSetCounts;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** The zone {@code zone} of a test, with a name of its own, and its record sets. */
final class ZoneUnderTest {
  private final KubernetesClient client;
  private final TestNamespace namespace;

  ZoneUnderTest(KubernetesClient client, TestNamespace namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  String zoneName() {
    return namespace.zoneName("example");
  }

  /** A name of this zone, absolute. */
  String fqdn(String name) {
    return name + "." + zoneName() + ".";
  }

  void applyZone() {
    applyZone("zone", 300);
  }

  void applyZone(String resource, int defaultTtl) {
    namespace.apply(
        """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsZone
        metadata: {name: %s}
        spec:
          zoneName: %s
          defaultTtl: %d
          nameServers: [{name: ns1.%s., addresses: [192.0.2.53, "2001:db8::53"]}]
        """
            .formatted(resource, zoneName(), defaultTtl, zoneName()));
  }

  /** The zone with another primary in its SOA record. */
  void applySoa(String primary, String mailbox) {
    namespace.apply(
        """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsZone
        metadata: {name: zone}
        spec:
          zoneName: %s
          soa: {primary: %s, mailbox: "%s"}
          nameServers: [{name: ns1.%s., addresses: [192.0.2.53, "2001:db8::53"]}]
        """
            .formatted(zoneName(), primary, mailbox, zoneName()));
  }

  /** Addresses of both families for a name, by a record set that is called the same. */
  void applyAddresses(String name, String... addresses) {
    apply(name, name, "A+AAAA", "addresses: [%s]".formatted(quoted(addresses)));
  }

  /** A record set by what stands in its data field. */
  void apply(String resource, String name, String type, String data) {
    namespace.apply(
        """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsRecordSet
        metadata: {name: %s}
        spec: {zoneRef: {name: zone}, name: "%s", type: %s, %s}
        """
            .formatted(resource, name, type, data));
  }

  private static String quoted(String... addresses) {
    return "\"" + String.join("\", \"", addresses) + "\"";
  }

  DnsZone zone() {
    return zone("zone");
  }

  DnsZone zone(String resource) {
    return requireNonNull(
        client.resources(DnsZone.class).inNamespace(namespace.name()).withName(resource).get());
  }

  DnsRecordSet recordSet(String resource) {
    return requireNonNull(
        client
            .resources(DnsRecordSet.class)
            .inNamespace(namespace.name())
            .withName(resource)
            .get());
  }

  List<DnsRecordSet> recordSets() {
    return client.resources(DnsRecordSet.class).inNamespace(namespace.name()).list().getItems();
  }

  void deleteRecordSet(String resource) {
    client.resources(DnsRecordSet.class).inNamespace(namespace.name()).withName(resource).delete();
  }

  void deleteZone(String resource) {
    client.resources(DnsZone.class).inNamespace(namespace.name()).withName(resource).delete();
  }

  DnsZoneStatus zoneStatus() {
    return requireNonNull(zone().getStatus());
  }

  RecordSetCounts counts() {
    return requireNonNull(zoneStatus().recordSets());
  }

  long serial() {
    return serial("zone");
  }

  long serial(String resource) {
    return requireNonNull(requireNonNull(zone(resource).getStatus()).serial());
  }

  DnsRecordSetStatus status(String resource) {
    return requireNonNull(recordSet(resource).getStatus());
  }

  /** The condition of the current generation, as {@code Status/Reason}; empty if there is none. */
  String condition(DnsRecordSet resource, String type) {
    return condition(
        requireNonNull(resource.getStatus()).conditions(),
        resource.getMetadata().getGeneration(),
        type);
  }

  String condition(DnsZone resource, String type) {
    return condition(
        requireNonNull(resource.getStatus()).conditions(),
        resource.getMetadata().getGeneration(),
        type);
  }

  private static String condition(List<Condition> conditions, long generation, String type) {
    return find(conditions, type)
        .filter(condition -> Long.valueOf(generation).equals(condition.getObservedGeneration()))
        .map(condition -> condition.getStatus() + "/" + condition.getReason())
        .orElse("");
  }

  /** The SOA record that an operator answers with. */
  SOARecord soa(OperatorProcess operator) throws IOException {
    return (SOARecord)
        operator.dns().ask(zoneName() + ".", "SOA").getSection(Section.ANSWER).getFirst();
  }

  private static Optional<Condition> find(List<Condition> conditions, String type) {
    return conditions.stream().filter(condition -> condition.getType().equals(type)).findFirst();
  }

  String message(String resource) {
    return find(status(resource).conditions(), "Ready").orElseThrow().getMessage();
  }

  /** The zone says that the serial it has is served over both families. */
  void assertServedMessage() {
    assertThat(find(zoneStatus().conditions(), "Ready").orElseThrow().getMessage())
        .isEqualTo("Serial " + serial() + " is served over IPv4 and IPv6.");
  }

  void assertReady(String recordSet) {
    assertThat(condition(recordSet(recordSet), "Ready")).isEqualTo("True/Programmed");
  }

  void assertStalled(String recordSet, String reason) {
    assertThat(condition(recordSet(recordSet), "Ready")).isEqualTo("False/" + reason);
    assertThat(condition(recordSet(recordSet), "Stalled")).isEqualTo("True/" + reason);
    assertThat(condition(recordSet(recordSet), "Reconciling")).isEmpty();
  }

  void assertWaits(String recordSet, String reason) {
    assertThat(condition(recordSet(recordSet), "Ready")).isEqualTo("False/" + reason);
    assertThat(condition(recordSet(recordSet), "Reconciling")).isEqualTo("True/" + reason);
    assertThat(condition(recordSet(recordSet), "Stalled")).isEmpty();
  }
}
