package io.zonewright.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.NetworkNamespace;
import io.zonewright.testing.ZonewrightProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that has one address family only gets the addresses of both, over UDP and TCP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DualStackClientsIT {
  private static final String SERVER_4 = "192.0.2.129";
  private static final String SERVER_6 = "2001:db8:f::1";

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private NetworkNamespace client4;
  private NetworkNamespace client6;

  @BeforeAll
  void connectBothClientsToTheServer(@TempDir Path folder) throws Exception {
    NetworkNamespace network = newNamespace();
    client4 = newNamespace();
    client6 = newNamespace();
    network.connect(SERVER_4 + "/30", client4, "192.0.2.130/30");
    network.connect(SERVER_6 + "/64", client6, "2001:db8:f::2/64");
    String manifests = ClientsZone.writeTo(folder).toString();
    ChildProcess server =
        ZonewrightProcess.startIn(
            network, List.of("serve", "--manifests", manifests, "--listen", ":53"));
    opened.push(server);
    server.awaitReady(
        () -> !ask(client6, SERVER_6, "+notcp", ClientsZone.BOTH, "A").isEmpty(),
        Duration.ofMinutes(2));
  }

  private NetworkNamespace newNamespace() {
    NetworkNamespace namespace = NetworkNamespace.create();
    opened.push(namespace);
    return namespace;
  }

  @AfterAll
  void closeAll() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void eachClientHasOneFamilyOnly() {
    assertThat(client4.addresses(4)).isNotEmpty();
    assertThat(client4.addresses(6)).isEmpty();
    assertThat(client6.addresses(6)).isNotEmpty();
    assertThat(client6.addresses(4)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"A,192.0.2.1 192.0.2.2", "AAAA,2001:db8::1 2001:db8::2"})
  void anIpv4OnlyClientGetsBothFamilies(String type, String addresses) {
    assertThat(ask(client4, SERVER_4, "+notcp", ClientsZone.BOTH, type))
        .containsExactly(addresses.split(" "));
    assertThat(ask(client4, SERVER_4, "+tcp", ClientsZone.BOTH, type))
        .containsExactly(addresses.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"A,192.0.2.1 192.0.2.2", "AAAA,2001:db8::1 2001:db8::2"})
  void anIpv6OnlyClientGetsBothFamilies(String type, String addresses) {
    assertThat(ask(client6, SERVER_6, "+notcp", ClientsZone.BOTH, type))
        .containsExactly(addresses.split(" "));
    assertThat(ask(client6, SERVER_6, "+tcp", ClientsZone.BOTH, type))
        .containsExactly(addresses.split(" "));
  }

  private static List<String> ask(
      NetworkNamespace client, String server, String transport, String name, String type) {
    List<String> arguments =
        List.of(
            "@" + server, transport, "+short", "+norecurse", "+tries=1", "+timeout=5", name, type);
    return client.run("dig", arguments).lines().stream().sorted().toList();
  }
}
