package io.zonewright.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small zone with a name of each kind that a client's resolver meets. */
final class ClientsZone {
  static final String BOTH = "both.clients.example";
  static final String ONLY_4 = "only4.clients.example";
  static final String ONLY_6 = "only6.clients.example";
  static final String ALIAS = "alias.clients.example";
  static final String WILDCARD = "anything.wild.clients.example";
  static final String ABSENT = "absent.clients.example";

  private ClientsZone() {}

  /** Writes the manifests into a folder that {@code serve --manifests} takes. */
  static Path writeTo(Path folder) throws IOException {
    Files.writeString(folder.resolve("clients.yaml"), MANIFESTS);
    return folder;
  }

  private static final String MANIFESTS =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsZone
      metadata: {name: clients}
      spec:
        zoneName: clients.example
        soa: {mailbox: hostmaster@clients.example}
        nameServers:
        - name: ns.clients.example.
          addresses: ["192.0.2.53", "2001:db8::53"]
      ---
      apiVersion: zonewright.io/v1alpha1
      kind: DnsRecordSet
      metadata: {name: both}
      spec:
        zoneRef: {name: clients}
        name: "both"
        type: A+AAAA
        addresses: ["192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2"]
      ---
      apiVersion: zonewright.io/v1alpha1
      kind: DnsRecordSet
      metadata: {name: only4}
      spec:
        zoneRef: {name: clients}
        name: "only4"
        type: A
        addresses: ["192.0.2.4"]
      ---
      apiVersion: zonewright.io/v1alpha1
      kind: DnsRecordSet
      metadata: {name: only6}
      spec:
        zoneRef: {name: clients}
        name: "only6"
        type: AAAA
        addresses: ["2001:db8::6"]
      ---
      apiVersion: zonewright.io/v1alpha1
      kind: DnsRecordSet
      metadata: {name: alias}
      spec:
        zoneRef: {name: clients}
        name: "alias"
        type: CNAME
        cname: both.clients.example.
      ---
      apiVersion: zonewright.io/v1alpha1
      kind: DnsRecordSet
      metadata: {name: wild}
      spec:
        zoneRef: {name: clients}
        name: "*.wild"
        type: A+AAAA
        addresses: ["192.0.2.7", "2001:db8::7"]
      """;
}
