package io.zonewright.server;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonewright.server.linux.NativeSockets;
import io.zonewright.testing.FreePort;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A wildcard is one socket of each family for all addresses, where the system makes it possible.
 */
class WildcardSocketsTest {
  private static final String OUTSIDE_OF_INTERFACES = "127.0.0.53";

  @BeforeEach
  void needsTheNativeTransport() {
    assumeThat(NativeSockets.obstacle()).as("why the system's own sockets cannot be had").isNull();
  }

  @Test
  void isOneSocketForEachFamily() throws Exception {
    try (ServerFixture server = ServerFixture.echoing(":0")) {
      int port = server.address().getPort();

      assertThat(server.sockets()).containsExactly("[::]:" + port, "0.0.0.0:" + port);
      assertServes("127.0.0.1", port);
      assertServes(OUTSIDE_OF_INTERFACES, port);
      assertServes("::1", port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0:%1$d [::]:%1$d", "[::]:%1$d 0.0.0.0:%1$d :%1$d"})
  void orderAndRepetitionMakeNoDifference(String listen) throws Exception {
    int port = FreePort.dns();
    try (ServerFixture server = ServerFixture.echoing(listen.formatted(port).split(" "))) {
      assertThat(server.sockets()).containsExactlyInAnyOrder("[::]:" + port, "0.0.0.0:" + port);
      assertServes("127.0.0.1", port);
      assertServes("::1", port);
    }
  }

  @Test
  void takesInAnAddressThatIsNamedToo() throws Exception {
    int port = FreePort.dns();
    String[] listen = {"127.0.0.1:" + port, "0.0.0.0:" + port, "[::1]:" + port};
    try (ServerFixture server = ServerFixture.echoing(listen)) {
      assertThat(server.sockets()).containsExactly("0.0.0.0:" + port, "[::1]:" + port);
      assertServes("127.0.0.1", port);
      assertServes("127.0.0.2", port);
      assertServes("::1", port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "[::]"})
  void servesTheOtherFamilyNeitherWay(String wildcard) throws Exception {
    try (ServerFixture server = ServerFixture.echoing(wildcard + ":0")) {
      int port = server.address().getPort();
      String mine = wildcard.equals("[::]") ? "::1" : "127.0.0.1";
      String other = wildcard.equals("[::]") ? "127.0.0.1" : "::1";

      assertServes(mine, port);
      assertThat(ServerFixture.serves(socket(other, port))).isFalse();
      try (DatagramChannel free = datagrams(other, port)) {
        assertThat(free.getLocalAddress()).isNotNull();
      }
    }
  }

  @Test
  void takesTheOtherAddressesIfAnotherProcessHasOne() throws Exception {
    int port = FreePort.dns();
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(socket(OUTSIDE_OF_INTERFACES, port));
      try (ServerFixture server = ServerFixture.echoing(":" + port)) {
        assertThat(server.sockets()).contains("127.0.0.1:" + port).doesNotContain("[::]:" + port);
        assertServes("127.0.0.1", port);
        assertServes("::1", port);
      }
    }
  }

  @Test
  void takesTheOtherAddressesIfAnotherProcessHasOneForDatagrams() throws Exception {
    int port = FreePort.dns();
    try (DatagramChannel taken = datagrams(OUTSIDE_OF_INTERFACES, port);
        ServerFixture server = ServerFixture.echoing(":" + port)) {
      assertThat(taken.isOpen()).isTrue();
      assertThat(server.sockets()).contains("127.0.0.1:" + port).doesNotContain("[::]:" + port);
      assertServes("127.0.0.1", port);
      assertServes("::1", port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {":", "0.0.0.0:", "[::]:"})
  void noticesAnotherServerOnThePort(String wildcard) throws Exception {
    try (ServerFixture first = ServerFixture.echoing(":0")) {
      int port = first.address().getPort();

      assertThatThrownBy(() -> ServerFixture.echoing(wildcard + port))
          .isInstanceOf(ListenException.class)
          .hasMessageContaining(":" + port + " (TCP): another process has it");
      assertServes("127.0.0.1", port);
      assertServes("::1", port);
    }
  }

  @Test
  void leavesTheOtherFamilyOfThePortToAnotherServer() throws Exception {
    try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
      other.bind(socket("0.0.0.0", 0));
      int port = ((InetSocketAddress) other.getLocalAddress()).getPort();
      try (ServerFixture server = ServerFixture.echoing("[::]:" + port)) {
        assertThat(server.sockets()).isNotEmpty().doesNotContain("[::]:" + port);
        assertServes("::1", port);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.255.255.255", "224.0.0.1"})
  void answersNoPacketThatWasSentToMany(String address) throws Exception {
    try (ServerFixture server = ServerFixture.echoing("0.0.0.0:0");
        DatagramSocket client = new DatagramSocket()) {
      client.setOption(StandardSocketOptions.IP_MULTICAST_IF, loopback());
      byte[] query = ServerFixture.query(7);
      int port = server.address().getPort();
      client.send(new DatagramPacket(query, query.length, socket(address, port)));

      eventually(() -> assertThat(server.counters.dropped(Channel.UDP_IPV4)).isPositive());
      assertThat(server.counters.responses(Channel.UDP_IPV4, 0)).isZero();
    }
  }

  private static NetworkInterface loopback() throws IOException {
    return NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"));
  }

  private static void assertServes(String address, int port) throws IOException {
    InetSocketAddress asked = socket(address, port);
    assertThat(ServerFixture.serves(asked)).as("%s over TCP", address).isTrue();
    assertThat(ServerFixture.ask(asked, ServerFixture.query(7)).getSocketAddress())
        .isEqualTo(asked);
  }

  private static DatagramChannel datagrams(String address, int port) throws IOException {
    boolean ipv6 = address.contains(":");
    return DatagramChannel.open(ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET)
        .bind(socket(address, port));
  }

  private static InetSocketAddress socket(String address, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), port);
  }
}
