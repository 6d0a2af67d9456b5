package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.Eventually;
import io.zonewright.testing.Requirement;
import io.zonewright.testing.Tools;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries that only a raw socket can send are counted and not answered. */
@ParameterizedClass
@EnumSource
class ImpossibleSendersTest {
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

  /** To answer the unspecified address of IPv6 would be to answer this host itself. */
  private static final String SEND_FROM_NOBODY =
      """
      import socket, struct, sys
      host, port, query = sys.argv[1], int(sys.argv[2]), bytes.fromhex(sys.argv[3])
      def checksum(octets):
          total = sum(struct.unpack('!%dH' % (len(octets) // 2), octets))
          while total >> 16:
              total = (total & 0xffff) + (total >> 16)
          return ~total & 0xffff
      ends = bytes(16) + socket.inet_pton(socket.AF_INET6, host)
      length = 8 + len(query)
      udp = struct.pack('!4H', 7777, port, length, 0) + query
      sum = checksum(ends + struct.pack('!II', length, 17) + udp + bytes(length % 2))
      header = struct.pack('!IHBB', 6 << 28, length, socket.IPPROTO_UDP, 64)
      raw = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_RAW)
      raw.sendto(header + ends + udp[:6] + struct.pack('!H', sum) + udp[8:], (host, 0))
      """;

  private final UdpPath udp;

  ImpossibleSendersTest(UdpPath udp) {
    this.udp = udp;
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1:0,UDP_IPV4", "[::1]:0,UDP_IPV6"})
  void arePortZero(String listen, Channel channel) throws Exception {
    assertNotAnswered(SEND_FROM_PORT_ZERO, listen, channel);
  }

  @Test
  void areTheUnspecifiedAddress() throws Exception {
    assertNotAnswered(SEND_FROM_NOBODY, "[::1]:0", Channel.UDP_IPV6);
  }

  private void assertNotAnswered(String script, String listen, Channel channel) throws Exception {
    try (ServerFixture server =
        new ServerFixture(
            ServerFixture.settings(listen), () -> ServerFixture::echo, udp.driver())) {
      send(script, server, ServerFixture.query(7));
      Eventually.within(Duration.ofSeconds(10)).until(() -> server.counters.dropped(channel) == 1);

      assertThat(server.counters.responses(channel, 0)).isZero();
    }
  }

  private static void send(String script, ServerFixture server, byte[] query) {
    List<String> arguments =
        List.of(
            "-c",
            script,
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
