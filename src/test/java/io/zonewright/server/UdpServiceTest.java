package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonewright.testing.Eventually;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource
class UdpServiceTest {
  private final UdpPath udp;

  UdpServiceTest(UdpPath udp) {
    this.udp = udp;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:0", "127.0.0.2:0", "127.9.9.9:0", "[::1]:0", "0.0.0.0:0", "[::]:0"})
  void answersFromTheAddressThatWasAsked(String listen) throws Exception {
    try (ServerFixture server = echoing(listen)) {
      for (InetSocketAddress address : server.addresses()) {
        if (address.getAddress().isLoopbackAddress()) {
          DatagramPacket response = ServerFixture.ask(address, ServerFixture.query(7));

          assertThat(response.getSocketAddress()).isEqualTo(address);
        }
      }
    }
  }

  @Test
  void bindsBothFamiliesOfAFullWildcardOnOnePort() throws Exception {
    try (ServerFixture server = echoing(":0")) {
      int port = server.address().getPort();

      assertThat(server.addresses())
          .contains(
              new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
              new InetSocketAddress(InetAddress.ofLiteral("::1"), port));
    }
  }

  @Test
  void goesOnAfterAHandlerThatThrows() throws Exception {
    QueryHandler handler =
        (query, response, channel) -> {
          if (query.getShort(0) == 1) {
            throw new IllegalStateException("on purpose");
          }
          if (query.getShort(0) == 3) {
            throw new OutOfMemoryError("on purpose");
          }
          return ServerFixture.echo(query, response, channel);
        };
    try (ServerFixture server =
            new ServerFixture(ServerFixture.settings("127.0.0.1:0"), () -> handler, udp.driver());
        DatagramSocket client = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
      for (int i = 0; i < 20; i++) {
        byte[] bad = ServerFixture.query(i < 10 ? 1 : 3);
        client.send(new DatagramPacket(bad, bad.length, server.address()));
        DatagramPacket response =
            ServerFixture.ask(client, server.address(), ServerFixture.query(2));

        assertThat(ServerFixture.id(response.getData())).isEqualTo(2);
      }
      assertThat(server.counters.failures(Channel.UDP_IPV4)).isEqualTo(20);
      assertThat(server.counters.responses(Channel.UDP_IPV4, 0)).isEqualTo(20);
    }
  }

  @Test
  void goesOnAfterAClientThatIsGone() throws Exception {
    try (ServerFixture server = echoing("127.0.0.1:0")) {
      for (int i = 0; i < 50; i++) {
        try (DatagramSocket gone = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
          byte[] query = ServerFixture.query(i);
          gone.send(new DatagramPacket(query, query.length, server.address()));
        }
      }
      assertThat(ServerFixture.ask(server.address(), ServerFixture.query(9)).getLength())
          .isEqualTo(17);
    }
  }

  @Test
  void dropsWhatTheHandlerDrops() throws Exception {
    ServerSettings settings = ServerFixture.settings("127.0.0.1:0");
    try (ServerFixture server =
            new ServerFixture(
                settings, () -> (query, response, channel) -> QueryHandler.DROP, udp.driver());
        DatagramSocket client = new DatagramSocket()) {
      byte[] query = ServerFixture.query(1);
      client.send(new DatagramPacket(query, query.length, server.address()));
      Eventually.within(Duration.ofSeconds(10))
          .until(() -> server.counters.dropped(Channel.UDP_IPV4) == 1);
      client.setSoTimeout(50);

      assertThatThrownBy(() -> client.receive(new DatagramPacket(new byte[512], 512)))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void takesDatagramsOfTheGreatestSize() throws Exception {
    try (ServerFixture server =
            new ServerFixture(
                ServerFixture.settings("127.0.0.1:0"),
                () ->
                    (query, response, channel) -> {
                      response.putInt(0, query.remaining());
                      return 12;
                    },
                udp.driver());
        DatagramSocket client = new DatagramSocket()) {
      client.setSendBufferSize(100_000);
      DatagramPacket response = ServerFixture.ask(client, server.address(), new byte[65507]);

      assertThat(java.nio.ByteBuffer.wrap(response.getData()).getInt()).isEqualTo(65507);
    }
  }

  private ServerFixture echoing(String listen) throws IOException {
    return new ServerFixture(
        ServerFixture.settings(listen), () -> ServerFixture::echo, udp.driver());
  }
}
