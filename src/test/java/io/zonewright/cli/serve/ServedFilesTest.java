package io.zonewright.cli.serve;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.testing.Eventually;
import io.zonewright.zone.Zone;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served follows the files, whatever the way in which they change. */
class ServedFilesTest {
  private static final DomainName APEX = DomainName.parse("contoso.com");
  private static final String ZONE =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsZone
      metadata: {name: contoso-com}
      spec:
        zoneName: contoso.com
        nameServers: [{name: ns.example.net.}]
      """;

  @TempDir private Path directory;
  private final ZoneCatalog catalog = new ZoneCatalog();
  private final StringWriter said = new StringWriter();
  private Thread following = Thread.ofVirtual().unstarted(() -> {});

  @AfterEach
  void stopFollowing() throws InterruptedException {
    following.interrupt();
    following.join();
  }

  @Test
  void servesWhatADirectoryHolds() throws IOException {
    write("zone.yaml", ZONE);
    write("www.yaml", www("www"));
    serve(List.of(directory), List.of());

    assertThat(zone().find(DomainName.parse("www.contoso.com"))).isNotNull();
    assertThat(said.toString()).contains("INFO  serving contoso.com serial ");
  }

  @Test
  void followsNewFilesChangedFilesAndDeletedFiles() throws IOException {
    write("zone.yaml", ZONE);
    serve(List.of(directory), List.of());
    long first = zone().serial().toLong();

    write("www.yaml", www("www"));
    awaitName("www", true);
    assertThat(zone().serial().toLong()).isGreaterThan(first);
    write("www.yaml", www("ftp"));
    awaitName("ftp", true);
    awaitName("www", false);
    Files.delete(directory.resolve("www.yaml"));
    awaitName("ftp", false);
    Files.delete(directory.resolve("zone.yaml"));
    await(() -> catalog.current().find(APEX) == null);
    await(() -> said.toString().contains("no longer serving contoso.com"));
  }

  @Test
  void followsARenameOverTheFile() throws IOException {
    write("zone.yaml", ZONE);
    write("www.yaml", www("www"));
    serve(List.of(directory), List.of());

    Path next = Files.writeString(directory.resolve(".next"), www("ftp"));
    Files.move(next, directory.resolve("www.yaml"), StandardCopyOption.ATOMIC_MOVE);
    awaitName("ftp", true);
  }

  @Test
  void followsTheSwappedLinksOfAMountedConfigMap() throws IOException {
    version("..one", "www");
    Files.createSymbolicLink(directory.resolve("..data"), Path.of("..one"));
    Files.createSymbolicLink(directory.resolve("all.yaml"), Path.of("..data", "all.yaml"));
    serve(List.of(directory), List.of());
    awaitName("www", true);

    version("..two", "ftp");
    Path swap = Files.createSymbolicLink(directory.resolve("..swap"), Path.of("..two"));
    Files.move(swap, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    awaitName("ftp", true);
    awaitName("www", false);
  }

  @Test
  void keepsWhatWasLastGoodAndSaysSoOnce() throws IOException {
    write("zone.yaml", ZONE);
    write("www.yaml", www("www"));
    serve(List.of(directory), List.of());

    write("www.yaml", www("www").replace("192.0.2.1", "192.0.2.999"));
    await(() -> said.toString().contains("still serving what was last good"));
    write("zone.yaml", "kind: [");
    await(() -> said.toString().contains("zone.yaml:1: not valid YAML"));
    write("other.yaml", www("other").replace("name: www-set", "name: other-set"));
    awaitName("other", true);

    assertThat(zone().find(DomainName.parse("www.contoso.com"))).isNotNull();
    assertThat(said.toString()).containsOnlyOnce("192.0.2.999").containsOnlyOnce("not valid YAML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# being written\n", "---\n"})
  void keepsWhatAFileHadThatHoldsNothingForAMoment(String nothing) throws IOException {
    write("zone.yaml", ZONE);
    write("www.yaml", www("www"));
    serve(List.of(directory), List.of());

    write("zone.yaml", nothing);
    await(() -> said.toString().contains("zone.yaml: warning: "));
    assertThat(said.toString()).contains("delete the file");
    assertThat(zone().find(DomainName.parse("www.contoso.com"))).isNotNull();
    Files.delete(directory.resolve("zone.yaml"));
    await(() -> catalog.current().find(APEX) == null);
  }

  @Test
  void whatAFileOfOtherObjectsHadIsGone() throws IOException {
    write("zone.yaml", ZONE);
    serve(List.of(directory), List.of());

    write("zone.yaml", "apiVersion: v1\nkind: List\nitems: []\n");
    await(() -> catalog.current().find(APEX) == null);
  }

  @Test
  void goesOnAfterAFaultOfItsOwn() throws IOException {
    write("zone.yaml", ZONE);
    StringWriter faulty =
        new StringWriter() {
          private boolean faulted;

          @Override
          public void write(String text, int offset, int length) {
            if (text.contains("192.0.2.999") && !faulted) {
              faulted = true;
              throw new IllegalStateException("a fault for the test");
            }
            said.write(text, offset, length);
          }
        };
    serve(List.of(directory), List.of(), faulty);

    write("www.yaml", www("www").replace("192.0.2.1", "192.0.2.999"));
    await(() -> said.toString().contains("WARN  a fault of Zonewright itself"));
    assertThat(said.toString()).contains("a fault for the test");
    write("www.yaml", www("www"));
    awaitName("www", true);
  }

  @Test
  void followsAZoneFileAndWhatItIncludes() throws IOException {
    write("zone", zoneFile(7) + "$INCLUDE more\n");
    write("more", "www A 192.0.2.1\n");
    serve(List.of(), List.of(new ZoneFileOption(APEX, directory.resolve("zone"))));
    assertThat(zone().serial().toLong()).isEqualTo(7);

    write("more", "ftp A 192.0.2.1\n");
    awaitName("ftp", true);
    write("zone", "broken");
    await(() -> said.toString().contains("the zone stays what it was"));
    assertThat(said.toString()).contains(directory.resolve("zone") + ":1: ");
    assertThat(zone().serial().toLong()).isEqualTo(7);
    write("zone", zoneFile(8));
    await(() -> zone().serial().toLong() == 8);
  }

  @Test
  void knowsAZoneWhoseFileIsBrokenFromTheStart() throws IOException {
    write("zone", "broken");
    serve(List.of(), List.of(new ZoneFileOption(APEX, directory.resolve("zone"))));

    assertThat(entry().zone()).isNull();
    write("zone", zoneFile(1));
    await(() -> zone().serial().toLong() == 1);
  }

  @Test
  void takesTheLeastSerialThatTheZoneNames() throws IOException {
    write("zone.yaml", ZONE + "  soa: {minimumSerial: 2026010101}\n");
    serve(List.of(directory), List.of());

    assertThat(zone().serial().toLong()).isEqualTo(2026010101L);
    write("www.yaml", www("www"));
    awaitName("www", true);
    await(() -> zone().serial().toLong() == 2026010102L);
  }

  @Test
  void keepsItsSerialWhenItsManifestGoesAndComesBack() throws IOException {
    write("zone.yaml", ZONE);
    serve(List.of(directory), List.of());
    long first = zone().serial().toLong();
    assertThat(first).isGreaterThan(1);

    Files.delete(directory.resolve("zone.yaml"));
    await(() -> catalog.current().find(APEX) == null);
    write("zone.yaml", ZONE);
    await(() -> catalog.current().find(APEX) != null && entry().zone() != null);
    await(() -> zone().serial().toLong() == first);

    Files.delete(directory.resolve("zone.yaml"));
    await(() -> catalog.current().find(APEX) == null);
    write("zone.yaml", ZONE.replace("ns.example", "ns2.example"));
    await(() -> catalog.current().find(APEX) != null && zone().serial().toLong() > first);
  }

  @Test
  void anotherResourceForTheNameGoesOnFromItsSerial() throws IOException {
    write("zone.yaml", ZONE + "  soa: {minimumSerial: 2026010101}\n");
    serve(List.of(directory), List.of());

    write("zone.yaml", ZONE.replace("{name: contoso-com}", "{name: other}").replace("ns.", "n."));
    await(() -> catalog.current().find(APEX) != null && zone().serial().toLong() == 2026010102L);
  }

  @Test
  void takesARaisedLeastSerialAlone() throws IOException {
    write("zone.yaml", ZONE);
    serve(List.of(directory), List.of());

    write("zone.yaml", ZONE + "  soa: {minimumSerial: 2026010101}\n");
    await(() -> zone().serial().toLong() == 2026010101L);
  }

  private void serve(List<Path> manifests, List<ZoneFileOption> zoneFiles) throws IOException {
    serve(manifests, zoneFiles, said);
  }

  private void serve(List<Path> manifests, List<ZoneFileOption> zoneFiles, Writer out)
      throws IOException {
    Journal journal = new Journal(new PrintWriter(out));
    ServedFiles files = new ServedFiles(manifests, zoneFiles, catalog, journal);
    files.load();
    following =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (files) {
                    files.follow();
                  } catch (InterruptedException | IOException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  private static String www(String name) {
    return """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsRecordSet
        metadata: {name: www-set}
        spec:
          zoneRef: {name: contoso-com}
          name: %s
          type: A
          addresses: [192.0.2.1]
        """
        .formatted(name);
  }

  private static String zoneFile(int serial) {
    return "$TTL 300\n@ SOA ns.example.net. hostmaster %d 1 1 1 1\n NS ns.example.net.\n"
        .formatted(serial);
  }

  private void version(String name, String host) throws IOException {
    Path folder = Files.createDirectory(directory.resolve(name));
    Files.writeString(folder.resolve("all.yaml"), ZONE + "---\n" + www(host));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  private Zone zone() {
    return requireNonNull(entry().zone());
  }

  private Catalog.Entry entry() {
    return requireNonNull(catalog.current().find(APEX));
  }

  private void awaitName(String label, boolean there) {
    DomainName name = DomainName.parse(label + ".contoso.com");
    await(() -> (zone().find(name) != null) == there);
  }

  private static void await(Callable<Boolean> condition) {
    Eventually.within(Duration.ofSeconds(20)).until(condition);
  }
}
