package io.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.DnsClient;
import io.zonewright.testing.Eventually;
import io.zonewright.testing.FreePort;
import io.zonewright.testing.Tools;
import io.zonewright.testing.Transport;
import io.zonewright.testing.ZonewrightProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar serves files, and follows them, without Kubernetes. */
class ServeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WORKERS = 3;
  private static final String MANIFESTS =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsZone
      metadata: {name: contoso-com}
      spec:
        zoneName: contoso.com
        nameServers:
        - name: ns1.contoso.com.
          addresses: ["192.0.2.53", "2001:db8::53"]
      ---
      apiVersion: zonewright.io/v1alpha1
      kind: DnsRecordSet
      metadata: {name: www}
      spec:
        zoneRef: {name: contoso-com}
        name: www
        type: A+AAAA
        addresses: ["192.0.2.10", "2001:db8::10"]
      """;
  private static final String ZONE_FILE =
      """
      $TTL 300
      @    SOA ns1 hostmaster 2026010101 7200 900 1209600 300
           NS  ns1
      ns1  A   192.0.2.53
           AAAA 2001:db8::53
      $GENERATE 1-3 host$ A 192.0.2.$
      """;

  @TempDir private Path directory;
  private int port;
  private ChildProcess process;

  @BeforeEach
  void serve() throws IOException {
    Files.writeString(directory.resolve("contoso.yaml"), MANIFESTS);
    Path zoneFile = Files.writeString(directory.resolve("example.com.zone"), ZONE_FILE);
    port = FreePort.dns();
    process =
        ZonewrightProcess.start(
            List.of(
                "serve",
                "--manifests",
                directory.toString(),
                "--zone-file",
                "example.com=" + zoneFile,
                "--listen",
                "127.0.0.1:" + port,
                "--listen",
                "[::1]:" + port,
                "--nsid",
                "from-the-test",
                "--workers",
                Integer.toString(WORKERS)));
    process.awaitReady(() -> process.log().contains("ready"), PATIENCE);
  }

  @AfterEach
  void stop() {
    process.close();
  }

  @Test
  void answersOverEveryTransportAndFamily() throws IOException {
    for (Transport transport : Transport.values()) {
      DnsClient client = DnsClient.of(port).over(transport);

      assertThat(client.answers("www.contoso.com.", "A")).containsExactly("192.0.2.10");
      assertThat(client.answers("www.contoso.com.", "AAAA"))
          .containsExactly("2001:db8:0:0:0:0:0:10");
      assertThat(client.answers("host2.example.com.", "A")).containsExactly("192.0.2.2");
      assertThat(client.rcode("absent.example.com.", "A")).isEqualTo("NXDOMAIN");
      assertThat(client.rcode("elsewhere.test.", "A")).isEqualTo("REFUSED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dig", "kdig"})
  void agreesWithTheToolsOfOthers(String tool) {
    for (String address : List.of("127.0.0.1", "::1")) {
      for (String transport : List.of("+notcp", "+tcp")) {
        Tools.Result result =
            Tools.run(
                tool,
                List.of(
                    "@" + address,
                    "-p",
                    Integer.toString(port),
                    transport,
                    "+short",
                    "www.contoso.com",
                    "AAAA"));

        assertThat(result.lines()).containsExactly("2001:db8::10");
      }
    }
  }

  @Test
  void agreesWithDrill() {
    for (String family : List.of("-4", "-6")) {
      for (String transport : List.of("-u", "-t")) {
        String server = family.equals("-4") ? "@127.0.0.1" : "@::1";
        Tools.Result result =
            Tools.run(
                "drill",
                List.of(
                    family,
                    transport,
                    "-p",
                    Integer.toString(port),
                    server,
                    "host1.example.com",
                    "A"));

        assertThat(result.output()).contains("rcode: NOERROR", "192.0.2.1").contains(" aa ");
      }
    }
  }

  @Test
  void followsEditsAndKeepsWhatWasLastGood() throws IOException {
    Path manifests = directory.resolve("contoso.yaml");
    Files.writeString(manifests, MANIFESTS.replace("192.0.2.10", "192.0.2.77"));
    awaitAnswer("www.contoso.com.", "192.0.2.77");

    Files.writeString(manifests, MANIFESTS.replace("192.0.2.10", "192.0.2.999"));
    awaitLog("spec.addresses[0]");
    awaitAnswer("www.contoso.com.", "192.0.2.77");

    Path zoneFile = directory.resolve("example.com.zone");
    Files.writeString(zoneFile, ZONE_FILE + "www A 192.0.2.80\n");
    awaitAnswer("www.example.com.", "192.0.2.80");
    Files.writeString(zoneFile, ZONE_FILE + "www A\n");
    awaitLog("example.com.zone:7: ");
    awaitAnswer("www.example.com.", "192.0.2.80");
  }

  @Test
  void tellsWhoItIs() {
    Tools.Result result =
        Tools.run(
            "dig", List.of("@::1", "-p", Integer.toString(port), "+nsid", "contoso.com", "SOA"));

    assertThat(result.output()).contains("from-the-test");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void asManyThreadsAsAskedForAnswerOverUdpEachWithASocketForEachAddress() throws IOException {
    assertThat(threads()).filteredOn("zonewright-udp-"::equals).hasSize(WORKERS);
    assertThat(Files.readAllLines(Path.of("/proc/net/udp")))
        .filteredOn(socket -> socket.contains(" 0100007F:%04X ".formatted(port)))
        .hasSize(WORKERS);
    assertThat(Files.readAllLines(Path.of("/proc/net/udp6")))
        .filteredOn(socket -> socket.contains("01000000:%04X ".formatted(port)))
        .hasSize(WORKERS);
  }

  /** As the kernel calls them: it keeps 15 octets of a name. */
  private List<String> threads() throws IOException {
    List<String> names = new ArrayList<>();
    Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        names.add(Files.readString(thread.resolve("comm")).strip());
      }
    }
    return names;
  }

  @Test
  void drainsWhenAskedToEnd() throws IOException {
    try (Socket client = new Socket(Transport.TCP4.address(), port)) {
      client.setSoTimeout(20_000);
      byte[] query = DnsClient.query("www.contoso.com.", "A").toWire();
      ByteBuffer framed = ByteBuffer.allocate(2 + query.length);
      client.getOutputStream().write(framed.putShort((short) query.length).put(query).array());

      assertThat(client.getInputStream().readNBytes(14)).hasSize(14);
      process.stop();
      assertThat(process.log()).contains("stopped").doesNotContain("Exception");
    }
  }

  @Test
  void saysThatThePortIsTaken() {
    String address = "127.0.0.1:" + port;
    ZonewrightProcess.Result second =
        ZonewrightProcess.run(
            List.of("serve", "--manifests", directory.toString(), "--listen", address));

    assertThat(second.status()).isEqualTo(1);
    assertThat(second.output())
        .contains("zonewright serve: cannot listen on " + address + " (TCP): another process")
        .doesNotContain("\tat ");
  }

  private void awaitAnswer(String name, String address) {
    Eventually.within(PATIENCE)
        .describedBy(process::log)
        .until(() -> answers(name).equals(List.of(address)));
  }

  private List<String> answers(String name) {
    try {
      return DnsClient.of(port).answers(name, "A");
    } catch (IOException e) {
      return List.of(e.toString());
    }
  }

  private void awaitLog(String text) {
    Eventually.within(PATIENCE).describedBy(process::log).until(() -> process.log().contains(text));
  }
}
