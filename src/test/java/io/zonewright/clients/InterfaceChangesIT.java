package io.zonewright.clients;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.Eventually;
import io.zonewright.testing.NetworkNamespace;
import io.zonewright.testing.Tools;
import io.zonewright.testing.ZonewrightProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server that cannot have the whole wildcard, because a resolver of the host has one of its
 * addresses, answers on addresses that come while it runs, and bears their going.
 */
class InterfaceChangesIT {
  /** It looks every five seconds. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final String RESOLVER =
      """
      import socket, time
      tcp = socket.create_server(('127.0.0.53', 53))
      udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      udp.bind(('127.0.0.53', 53))
      print('listening', flush=True)
      time.sleep(600)
      """;

  private static final String[] LOOPBACK = {"127.0.0.1", "::1"};

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private NetworkNamespace network;
  private ChildProcess server;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    network = newNamespace();
    opened.push(startResolver(folder));
    String manifests = ClientsZone.writeTo(folder).toString();
    server =
        ZonewrightProcess.startIn(
            network, List.of("serve", "--manifests", manifests, "--listen", ":53"));
    opened.push(server);
    server.awaitReady(() -> answers(network, "127.0.0.1"), Duration.ofMinutes(2));
  }

  /** As systemd-resolved does: on an address of loopback that no interface shows. */
  private ChildProcess startResolver(Path folder) {
    List<String> command = List.of(Tools.require("python3").toString(), "-c", RESOLVER);
    ChildProcess resolver = network.start("resolver", folder.resolve("resolver.log"), command);
    resolver.awaitReady(() -> resolver.log().contains("listening"), Duration.ofMinutes(1));
    return resolver;
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.77,/32", "2001:db8:77::1,/128"})
  void anAddressThatComesAndGoesAndComesBack(String address, String prefix) {
    for (int round = 1; round <= 2; round++) {
      network.addLoopbackAddress(address + prefix);
      Eventually.within(SOON).until(() -> answers(network, address));

      network.removeLoopbackAddress(address + prefix);
      awaitGone(address, round);
    }
    assertNothingBroke();
  }

  @Test
  void aCableOfEachFamilyThatIsPluggedInAndPulledOut() {
    try (NetworkNamespace client4 = NetworkNamespace.create();
        NetworkNamespace client6 = NetworkNamespace.create()) {
      network.connect("192.0.2.129/30", client4, "192.0.2.130/30");
      network.connect("2001:db8:f::1/64", client6, "2001:db8:f::2/64");

      Eventually.within(SOON).until(() -> answers(client4, "192.0.2.129"));
      Eventually.within(SOON).until(() -> answers(client6, "2001:db8:f::1"));
    }
    awaitGone("192.0.2.129", 1);
    awaitGone("2001:db8:f::1", 1);
    assertNothingBroke();
  }

  private NetworkNamespace newNamespace() {
    NetworkNamespace namespace = NetworkNamespace.create();
    opened.push(namespace);
    return namespace;
  }

  /** Waits until the log says so often that the address is no longer listened on. */
  private void awaitGone(String address, long times) {
    Pattern gone =
        Pattern.compile("no longer listening on \\[?" + Pattern.quote(address) + "[]%:]");
    Eventually.within(SOON)
        .describedBy(() -> server.log())
        .until(() -> gone.matcher(server.log()).results().count() == times);
  }

  private void assertNothingBroke() {
    eventually(
        () -> {
          for (String address : LOOPBACK) {
            assertThat(answers(network, address)).isTrue();
          }
        });
    assertThat(server.log()).doesNotContain("Exception").doesNotContain("error");
  }

  /** Over UDP and TCP. */
  private static boolean answers(NetworkNamespace client, String server) {
    return answers(client, server, "+notcp") && answers(client, server, "+tcp");
  }

  private static boolean answers(NetworkNamespace client, String server, String transport) {
    List<String> arguments =
        List.of(
            "@" + server,
            transport,
            "+short",
            "+norecurse",
            "+tries=1",
            "+timeout=2",
            ClientsZone.BOTH,
            "A");
    return client.run("dig", arguments).lines().contains("192.0.2.1");
  }
}
