package io.zonewright.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.DnsClient;
import io.zonewright.testing.Eventually;
import io.zonewright.testing.NetworkNamespace;
import io.zonewright.testing.NetworkNamespace.Cable;
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

/** Clients to whom no answer can be sent cost the others none, even if they came together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreachablePeersIT {
  private static final int ROUNDS = 10;
  private static final String SERVER_4 = "192.0.2.1";
  private static final String SERVER_6 = "2001:db8:1::1";
  private static final String CLIENT_4 = "192.0.2.99";
  private static final String CLIENT_6 = "2001:db8:1::99";

  /** The last has no route at all. */
  private static final List<String> NO_WAY = List.of("unreachable", "blackhole", "prohibit", "");

  /**
   * While the server is stopped, so that it finds everything at once: a query from each address
   * that it cannot answer, one from a port that is closed by then, and one that waits.
   */
  private static final String ASK_TOGETHER =
      """
      import os, signal, socket, sys
      pid, rounds, query, server, good = int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:6]
      def ask(source):
          family = socket.AF_INET6 if ':' in source else socket.AF_INET
          client = socket.socket(family, socket.SOCK_DGRAM)
          client.bind((source, 0))
          client.sendto(bytes.fromhex(query), (server, 53))
          return client
      waiting = []
      os.kill(pid, signal.SIGSTOP)
      try:
          for i in range(rounds):
              for source in sys.argv[6:]:
                  ask(source).close()
              ask(good).close()
              waiting.append(ask(good))
      finally:
          os.kill(pid, signal.SIGCONT)
      for client in waiting:
          client.settimeout(20)
          client.recv(4096)
          print('answered')
      """;

  /** More answers than the send buffer holds, which take minutes to leave. */
  private static final String ASK_MUCH =
      """
      import socket, sys
      client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      for i in range(60000):
          client.sendto(bytes.fromhex(sys.argv[1]), (sys.argv[2], 53))
      """;

  private static final Duration WELL_BEFORE_ALL_ARE_SENT = Duration.ofSeconds(40);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private NetworkNamespace network;
  private NetworkNamespace client;
  private Cable cable;
  private ChildProcess server;

  @BeforeAll
  void serve(@TempDir Path folder) throws Exception {
    network = newNamespace();
    client = newNamespace();
    network.set("net.ipv4.conf.all.rp_filter", "0");
    network.set("net.ipv4.conf.default.rp_filter", "0");
    cable = network.connect(SERVER_6 + "/64", client, CLIENT_6 + "/64");
    network.addAddress(cable.mine(), SERVER_4 + "/24");
    client.addAddress(cable.theirs(), CLIENT_4 + "/24");
    for (int i = 0; i < NO_WAY.size(); i++) {
      client.addAddress(cable.theirs(), withoutWay(i, SERVER_4) + "/32");
      client.addAddress(cable.theirs(), withoutWay(i, SERVER_6) + "/128");
      if (!NO_WAY.get(i).isEmpty()) {
        network.addRoute(NO_WAY.get(i), withoutWay(i, SERVER_4) + "/32");
        network.addRoute(NO_WAY.get(i), withoutWay(i, SERVER_6) + "/128");
      }
    }
    String manifests = ClientsZone.writeTo(folder).toString();
    server =
        ZonewrightProcess.startIn(
            network, List.of("serve", "--manifests", manifests, "--listen", ":53"));
    opened.push(server);
    server.awaitReady(() -> answers(SERVER_4) && answers(SERVER_6), Duration.ofMinutes(2));
  }

  private static String withoutWay(int kind, String server) {
    return (server.contains(":") ? "2001:db8:bad::" : "203.0.113.") + (kind + 1);
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

  @ParameterizedTest
  @CsvSource({SERVER_4 + "," + CLIENT_4, SERVER_6 + "," + CLIENT_6})
  void costTheOthersNothing(String asked, String asking) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-c",
                ASK_TOGETHER,
                Long.toString(server.pid()),
                Integer.toString(ROUNDS),
                query(),
                asked,
                asking));
    for (int i = 0; i < NO_WAY.size(); i++) {
      arguments.add(withoutWay(i, asked));
    }
    for (int again = 0; again < 2; again++) {
      assertThat(client.run("python3", arguments).lines()).hasSize(ROUNDS).containsOnly("answered");
    }
  }

  @Test
  void aSlowNetworkIsNotWaitedForLongerThanItsAnswersAreWorth() {
    List<String> queue = List.of("dev", cable.mine(), "root");
    List<String> slow = List.of("tbf", "rate", "100kbit", "burst", "4000", "limit", "100000000");
    tc("add", queue, slow);
    try {
      List<String> arguments = List.of("-c", ASK_MUCH, query(), SERVER_4);
      assertThat(client.run("python3", arguments).status()).isZero();
      Eventually.within(WELL_BEFORE_ALL_ARE_SENT).until(() -> unread().allMatch("0"::equals));
    } finally {
      tc("del", queue, List.of());
    }
    assertThat(answers(SERVER_4)).isTrue();
    assertThat(answers(SERVER_6)).isTrue();
  }

  /** What the sockets of the server hold of queries that it did not look at yet, in octets. */
  private Stream<String> unread() {
    List<String> lines = network.run("ss", List.of("-lunH")).lines();
    assertThat(lines).isNotEmpty();
    return lines.stream().map(line -> line.split(" +", -1)[1]);
  }

  private void tc(String action, List<String> queue, List<String> kind) {
    List<String> arguments = new ArrayList<>(List.of("qdisc", action));
    arguments.addAll(queue);
    arguments.addAll(kind);
    assertThat(network.run("tc", arguments).status()).isZero();
  }

  private static String query() {
    return HexFormat.of().formatHex(DnsClient.query(ClientsZone.BOTH, "A").toWire());
  }

  private boolean answers(String address) {
    List<String> arguments =
        List.of(
            "@" + address, "+short", "+norecurse", "+tries=3", "+timeout=5", ClientsZone.BOTH, "A");
    return client.run("dig", arguments).lines().contains("192.0.2.1");
  }
}
