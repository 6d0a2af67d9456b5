package io.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
  private static final String ZONE =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsZone
      metadata: {name: contoso-com}
      spec:
        zoneName: contoso.com
        nameServers:
        - name: ns1.contoso.com.
          addresses: ["192.0.2.53", "2001:db8::53"]
      """;

  @TempDir private Path directory;

  @Test
  void findsNothingWrongWithTheSamples() {
    CommandRun run = CommandRun.of("check", "deploy/samples");

    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.out()).endsWith(": 0 errors, 0 warnings\n").contains("objects");
  }

  @Test
  void namesFileLineObjectAndField() throws IOException {
    write(
        "zone.yaml",
        ZONE,
        """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsRecordSet
        metadata:
          name: mail
        spec:
          zoneRef: {name: contoso-com}
          name: "@"
          type: MX
          mx:
          - {preference: 10, exchange: mail.contoso.com.}
          - preference: 20
            exchange: mail
        """);

    assertThat(errors())
        .singleElement()
        .asString()
        .startsWith(at("zone.yaml", 21) + " DnsRecordSet default/mail: spec.mx[1].exchange: ");
  }

  @Test
  void namesEveryUnknownField() throws IOException {
    write("zone.yaml", ZONE + "  defaultTTL: 60\n  soa: {expires: 1}\n");

    assertThat(errors())
        .containsExactly(
            at("zone.yaml", 9)
                + " DnsZone default/contoso-com: spec.defaultTTL: there is no such field",
            at("zone.yaml", 10)
                + " DnsZone default/contoso-com: spec.soa.expires: there is no such field");
  }

  @Test
  void namesUnknownFieldsBehindOneAnother() throws IOException {
    write(
        "www.yaml",
        ZONE,
        """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsRecordSet
        metadata: {name: www}
        spec:
          zoneRef: {name: contoso-com, namespace: dns, more: {of: [it]}}
          name: www
          type: MX
          adresses: [192.0.2.1]
          mx:
          - {preference: 1, exchange: mail.contoso.com., weight: 3}
          - {preference: 2, host: {a: 1}, exchange: mail.contoso.com.}
          ttls: {a: 1}
        """);

    assertThat(errors())
        .extracting(line -> line.replaceFirst(".*default/www: ", ""))
        .containsExactly(
            "spec.zoneRef.namespace: there is no such field",
            "spec.zoneRef.more: there is no such field",
            "spec.adresses: there is no such field",
            "spec.mx[0].weight: there is no such field",
            "spec.mx[1].host: there is no such field",
            "spec.ttls: there is no such field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPPER_case", "dot.", "-dash", "a..b", "ünïcode"})
  void refusesNamesThatAnApiServerRefuses(String name) throws IOException {
    write("zone.yaml", ZONE.replace("{name: contoso-com}", "{name: '" + name + "'}"));

    assertThat(errors())
        .singleElement()
        .asString()
        .startsWith(at("zone.yaml", 3) + " DnsZone default/" + name + ": metadata.name: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "Team"})
  void refusesNamespacesThatAnApiServerRefuses(String namespace) throws IOException {
    String metadata = "{name: contoso-com, namespace: " + namespace + "}";
    write("zone.yaml", ZONE.replace("{name: contoso-com}", metadata));

    assertThat(errors())
        .singleElement()
        .asString()
        .contains(" DnsZone " + namespace + "/contoso-com: metadata.namespace: ");
  }

  @Test
  void saysWhichTypeAFieldTakes() throws IOException {
    write("zone.yaml", ZONE.replace("contoso.com\n", "contoso.com\n  defaultTtl: soon\n"));
    write("name.yaml", recordSet("number", "name: 10", "type: A", "addresses: [192.0.2.1]"));
    write("list.yaml", recordSet("list", "name: www", "type: A", "addresses: 192.0.2.1"));
    write("bool.yaml", recordSet("bool", "name: no", "type: A", "addresses: [192.0.2.1]"));
    write("text.yaml", recordSet("text", "name: t", "type: TXT", "txt: [a, 1, b]"));

    assertThat(errors())
        .hasSize(5)
        .anyMatch(e -> e.contains("text.yaml:8: ") && e.contains("spec.txt[1]: write a text here"))
        .anyMatch(e -> e.contains("bool.yaml:6: ") && e.contains("spec.name: write a text here"))
        .anyMatch(e -> e.contains("list.yaml:8: ") && e.contains("spec.addresses: write a list"))
        .anyMatch(e -> e.contains("name.yaml:6: ") && e.contains("spec.name: write a text here"))
        .anyMatch(e -> e.contains("zone.yaml:6: ") && e.contains("spec.defaultTtl: write a whole"));
  }

  @Test
  void saysWhereYamlIsBroken() throws IOException {
    write("broken.yaml", "apiVersion: zonewright.io/v1alpha1\nkind: [DnsZone\n");

    assertThat(errors()).singleElement().asString().startsWith(at("broken.yaml", 3) + " not valid");
  }

  @Test
  void refusesDuplicateKeysAndDuplicateObjects() throws IOException {
    write("a.yaml", ZONE);
    write("b.yaml", ZONE);
    write("c.yaml", ZONE.replace("contoso", "fabrikam") + "  zoneName: twice.example\n");

    assertThat(errors())
        .hasSize(2)
        .anyMatch(e -> e.startsWith(at("b.yaml", 3)) && e.contains("is there twice; the one in"))
        .anyMatch(
            e -> e.startsWith(at("c.yaml", 9)) && e.contains("key 'zoneName' is there twice"));
  }

  @Test
  void findsConflicts() throws IOException {
    write(
        "zone.yaml",
        ZONE,
        recordSet("a", "name: www", "type: A", "addresses: [192.0.2.1]"),
        recordSet("b", "name: www", "type: A+AAAA", "addresses: ['2001:db8::1']"),
        recordSet("c", "name: www", "type: CNAME", "cname: a.contoso.com."));

    assertThat(errors())
        .hasSize(2)
        .allMatch(e -> e.contains("default/a"))
        .anyMatch(e -> e.contains("DnsRecordSet default/b: "))
        .anyMatch(e -> e.contains("DnsRecordSet default/c: "));
  }

  @Test
  void onlyWarnsOfAZoneThatIsNotAmongTheFiles() throws IOException {
    write("www.yaml", recordSet("www", "name: www", "type: A", "addresses: [192.0.2.1]"));

    CommandRun run = run();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith(at("www.yaml", 5) + " warning: DnsRecordSet default/www: ")
        .contains("contoso-com", "0 errors, 1 warnings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "broken"})
  void findsWhatIsWrongInRecordSetsWithoutAZone(String zone) throws IOException {
    if (zone.equals("broken")) {
      write("zone.yaml", ZONE.replace("192.0.2.53", "192.0.2.999"));
    }
    String a = "type: A";
    write(
        "sets.yaml",
        recordSet("good", "name: good", a, "addresses: [192.0.2.1]"),
        recordSet("ttl", "name: ttl", a, "ttl: -1", "addresses: [192.0.2.1]"),
        recordSet("twice", "name: twice", a, "addresses: [192.0.2.1, 192.0.2.1]"),
        recordSet("octal", "name: octal", a, "addresses: [192.0.02.1]"),
        recordSet("scope", "name: scope", "type: AAAA", "addresses: ['fe80::1%eth0']"),
        recordSet("quoted", "name: quoted", "type: TXT", "rdata: ['\"open']"),
        recordSet("opaque", "name: opaque", "type: TYPE1", "addresses: [192.0.2.1]"),
        recordSet("place", "name: place", "type: LOC", "rdata: [nonsense]"),
        recordSet("outside", "name: www.contoso.com.", a, "addresses: [192.0.2.1]"),
        recordSet("apex", "name: '@'", "type: CNAME", "cname: www.contoso.com."));

    List<String> said = errors();
    for (String wrong :
        List.of(
            "ttl: spec.ttl",
            "twice: spec.addresses[1]",
            "octal: spec.addresses[0]",
            "scope: spec.addresses[0]",
            "quoted: spec.rdata[0]",
            "opaque: spec.type",
            "place: spec.rdata[0]",
            "outside: spec.name",
            "apex: spec.type")) {
      assertThat(said).anyMatch(e -> e.contains(" DnsRecordSet default/" + wrong + ": "));
    }
    assertThat(said).filteredOn(e -> e.contains(" warning: ")).hasSize(10);
    assertThat(said).noneMatch(e -> e.contains("default/good: ") && !e.contains(" warning: "));
  }

  @Test
  void readsListsAndJsonAndNotesOtherKinds() throws IOException {
    write(
        "list.json",
        """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "other"}},
          {"apiVersion": "zonewright.io/v1alpha1", "kind": "DnsZone",
           "metadata": {"name": "contoso-com", "namespace": "dns"},
           "spec": {"zoneName": "contoso.com", "nameServers": [{"name": "ns.example.net."}]}}]}
        """);

    CommandRun run = run();
    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.out())
        .contains(at("list.json", 2) + " note: ConfigMap other is not ours; passed over")
        .contains("1 objects");
  }

  @Test
  void refusesMisspelledKindsAndVersionsOfOurs() throws IOException {
    write("kind.yaml", ZONE.replace("DnsZone", "DNSZone"));
    write("version.yaml", ZONE.replace("v1alpha1", "v1"));
    write("nameless.yaml", ZONE.replace("{name: contoso-com}", "{}"));

    assertThat(errors())
        .hasSize(3)
        .anyMatch(e -> e.startsWith(at("kind.yaml", 2)) && e.contains("write DnsZone or"))
        .anyMatch(e -> e.contains("version.yaml") && e.contains("zonewright.io/v1alpha1"))
        .anyMatch(e -> e.contains("nameless.yaml:3: ") && e.contains("metadata.name"));
  }

  @Test
  void survivesAnchorsThatContainThemselvesOrGrow() throws IOException {
    write("self.yaml", ZONE + "  soa: &a {primary: *a}\n");
    StringBuilder bomb = new StringBuilder(ZONE).append("  x0: &x0 [1,1,1,1,1,1,1,1,1,1]\n");
    for (int i = 1; i < 10; i++) {
      String ref = "*x" + (i - 1);
      bomb.append(
          "  x%d: &x%d [%s]\n"
              .formatted(
                  i,
                  i,
                  String.join(",", List.of(ref, ref, ref, ref, ref, ref, ref, ref, ref, ref))));
    }
    write("bomb.yaml", bomb.toString());

    assertThat(errors())
        .hasSize(2)
        .allMatch(
            e -> e.contains("nested too deeply or too large") || e.contains("not valid YAML"));
  }

  private static String recordSet(String name, String... fields) {
    return """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsRecordSet
        metadata: {name: %s}
        spec:
          zoneRef: {name: contoso-com}
          %s
        """
        .formatted(name, String.join("\n  ", fields));
  }

  private void write(String file, String... documents) throws IOException {
    Files.writeString(directory.resolve(file), String.join("---\n", documents));
  }

  private String at(String file, int line) {
    return directory.resolve(file) + ":" + line + ":";
  }

  private CommandRun run() {
    return CommandRun.of("check", directory.toString());
  }

  private List<String> errors() {
    CommandRun run = run();
    assertThat(run.status()).as(run.out()).isEqualTo(1);
    List<String> lines = run.out().lines().toList();
    return lines.subList(0, lines.size() - 1);
  }
}
