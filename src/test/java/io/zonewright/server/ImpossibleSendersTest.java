package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.Eventually;
import io.zonewright.testing.Requirement;
import io.zonewright.testing.Tools;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query from port 0, which only a raw socket can send, is counted and not answered. */
class UdpPortZeroTest {
  /** Prints nothing and ends with 0, or says on standard error why it cannot. */
  private static final String SEND_FROM_PORT_ZERO =
      """
      import socket, struct, sys
      host, port, query = sys.argv[1], int(sys.argv[2]), bytes.fromhex(sys.argv[3])
      family = socket.AF_INET6 if ':' in host else socket.AF_INET
      raw = socket.socket(family, socket.SOCK_RAW, socket.IPPROTO_UDP)
      if family == socket.AF_INET6:
          raw.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_CHECKSUM, 6)
      raw.sendto(struct.pack('!4H', 0, port, 8 + len(query), 0) + query, (host, 0))
      """;

  @ParameterizedTest
  @CsvSource({"127.0.0.1:0,UDP_IPV4", "[::1]:0,UDP_IPV6"})
  void isNotAnswered(String listen, Channel channel) throws Exception {
    try (ServerFixture server = ServerFixture.echoing(listen)) {
      send(server, ServerFixture.query(7));
      Eventually.within(Duration.ofSeconds(10)).until(() -> server.counters.dropped(channel) == 1);

      assertThat(server.counters.responses(channel, 0)).isZero();
    }
  }

  private static void send(ServerFixture server, byte[] query) {
    List<String> arguments =
        List.of(
            "-c",
            SEND_FROM_PORT_ZERO,
            server.address().getAddress().getHostAddress(),
            Integer.toString(server.address().getPort()),
            java.util.HexFormat.of().formatHex(query));
    Tools.Result sent = Tools.run("python3", arguments);
    if (sent.status() != 0) {
      throw Requirement.impossible(
          "This machine gives us no raw sockets (are you root?): " + sent.output());
    }
  }
}
