package io.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckZoneFileTest {
  private static final String ZONE_FILE =
      """
      $TTL 300
      @    SOA ns1 hostmaster 2026010101 7200 900 1209600 300
           NS  ns1
      ns1  A   192.0.2.53
           AAAA 2001:db8::53
      """;

  @TempDir private Path directory;

  @Test
  void findsNothingWrongWithAGoodZoneFile() throws IOException {
    CommandRun run = check(ZONE_FILE);

    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.out()).endsWith("0 objects and 1 zone files checked: 0 errors, 0 warnings\n");
  }

  @Test
  void namesFileAndLine() throws IOException {
    CommandRun run = check(ZONE_FILE + "www A 192.0.2.256\n");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith(directory.resolve("zone") + ":6: ");
  }

  @Test
  void findsAZoneThatAManifestHoldsToo() throws IOException {
    Path manifest = directory.resolve("zone.yaml");
    Files.writeString(
        manifest,
        """
        apiVersion: zonewright.io/v1alpha1
        kind: DnsZone
        metadata: {name: example}
        spec: {zoneName: example.com, nameServers: [{name: ns.example.net.}]}
        """);
    CommandRun run = check(ZONE_FILE, manifest.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains(manifest + ":4: DnsZone default/example: spec.zoneName: a zone");
  }

  private CommandRun check(String zoneFile, String... more) throws IOException {
    Path file = Files.writeString(directory.resolve("zone"), zoneFile);
    String[] arguments = new String[more.length + 3];
    arguments[0] = "check";
    arguments[1] = "--zone-file";
    arguments[2] = "example.com=" + file;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandRun.of(arguments);
  }
}
