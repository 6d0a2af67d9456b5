package io.zonewright.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.DnsClient;
import io.zonewright.testing.NetworkNamespace;
import io.zonewright.testing.NetworkNamespace.Cable;
import io.zonewright.testing.Tools;
import io.zonewright.testing.ZonewrightProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server on the wildcard with several addresses of each family on several interfaces answers from
 * the very address that was asked, whichever way the answer takes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressAskedIT {
  /** Asks over UDP from a socket that takes packets from everybody, and prints who answered. */
  private static final String WHO_ANSWERS =
      """
      import socket, sys
      host, query = sys.argv[1], bytes.fromhex(sys.argv[2])
      family, _, _, _, server = socket.getaddrinfo(host, 53, type=socket.SOCK_DGRAM)[0]
      client = socket.socket(family, socket.SOCK_DGRAM)
      client.settimeout(20)
      client.sendto(query, server)
      answer, source = client.recvfrom(4096)
      print(socket.getnameinfo(source, socket.NI_NUMERICHOST | socket.NI_NUMERICSERV)[0])
      """;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private NetworkNamespace network;
  private NetworkNamespace client;
  private Cable one;
  private Cable other;
  private ChildProcess server;

  @BeforeAll
  void serve(@TempDir Path folder) throws Exception {
    network = newNamespace();
    client = newNamespace();
    for (NetworkNamespace each : List.of(network, client)) {
      // Packets may come by another interface than that of the way back.
      each.set("net.ipv4.conf.all.rp_filter", "0");
      each.set("net.ipv4.conf.default.rp_filter", "0");
    }
    one = network.connect("2001:db8:1::1/64", client, "2001:db8:1::99/64");
    other = network.connect("2001:db8:2::1/64", client, "2001:db8:2::99/64");
    client.addAddress(one.theirs(), "192.0.2.99/24");
    client.addAddress(other.theirs(), "198.51.100.99/24");
    for (String address : List.of("192.0.2.1/24", "192.0.2.2/24", "2001:db8:1::2/64")) {
      network.addAddress(one.mine(), address);
    }
    network.addAddress(other.mine(), "198.51.100.1/24");
    String manifests = ClientsZone.writeTo(folder).toString();
    server =
        ZonewrightProcess.startIn(
            network, List.of("serve", "--manifests", manifests, "--listen", ":53"));
    opened.push(server);
    server.awaitReady(() -> answers("192.0.2.1", "+notcp"), Duration.ofMinutes(2));
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

  Stream<String> addresses() {
    return Stream.of(
        "192.0.2.1",
        "192.0.2.2",
        "198.51.100.1",
        "2001:db8:1::1",
        "2001:db8:1::2",
        "2001:db8:2::1",
        network.linkLocal(one.mine()) + "%" + one.theirs(),
        network.linkLocal(other.mine()) + "%" + other.theirs());
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void isTheOneThatAnswers(String address) {
    assertAnswersItself(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.77/24", "2001:db8:1::77/64"})
  void mayHaveComeJustNow(String address) {
    network.addAddress(one.mine(), address);

    assertAnswersItself(address.substring(0, address.indexOf('/')));
  }

  /** The client's address is that of the other cable, so the answer leaves by that one. */
  @ParameterizedTest
  @CsvSource({"192.0.2.1,198.51.100.99", "2001:db8:1::1,2001:db8:2::99"})
  void isTheOneThatAnswersByAnotherWay(String asked, String asking) {
    assertThat(answers(asked, "+notcp", "-b", asking)).isTrue();
    assertThat(answers(asked, "+tcp", "-b", asking)).isTrue();
  }

  @Test
  void hasNoSocketOfItsOwn() {
    List<String> sockets = network.run("ss", List.of("-Hlnu", "sport = :53")).lines();

    assertThat(sockets)
        .isNotEmpty()
        .allMatch(line -> line.matches(".*(0\\.0\\.0\\.0|\\[::]):53 .*"));
    assertThat(server.log()).contains("listening on 0.0.0.0:53", "listening on [::]:53");
  }

  private void assertAnswersItself(String address) {
    byte[] query = DnsClient.query(ClientsZone.BOTH, "A").toWire();
    List<String> arguments = List.of("-c", WHO_ANSWERS, address, HexFormat.of().formatHex(query));
    assertThat(client.run("python3", arguments).lines()).containsExactly(address);
    assertThat(answers(address, "+notcp")).isTrue();
    assertThat(answers(address, "+tcp")).isTrue();
  }

  private boolean answers(String address, String... options) {
    List<String> arguments = new ArrayList<>(List.of("@" + address));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("+short", "+norecurse", "+tries=1", "+timeout=10"));
    arguments.addAll(List.of(ClientsZone.BOTH, "A"));
    Tools.Result result = client.run("dig", arguments);
    return result.lines().contains("192.0.2.1");
  }
}
