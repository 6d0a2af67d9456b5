package io.zonewright.server;

import static io.zonewright.server.ServerFixture.framed;
import static io.zonewright.server.ServerFixture.id;
import static io.zonewright.server.ServerFixture.isClosed;
import static io.zonewright.server.ServerFixture.pipeline;
import static io.zonewright.server.ServerFixture.query;
import static io.zonewright.server.ServerFixture.receive;
import static io.zonewright.server.ServerFixture.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.Eventually;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpServiceTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final int LONGEST = TcpLimits.defaults().messageBytes();
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final long MEMORY = TcpLimits.defaults().memory();

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:0", "[::1]:0"})
  void answersManyMessagesOnOneConnection(String listen) throws Exception {
    try (ServerFixture server = ServerFixture.echoing(listen);
        Socket client = server.connect()) {
      for (int i = 0; i < 20; i++) {
        send(client, query(i));

        assertThat(id(receive(client))).isEqualTo(i);
      }
      Channel channel = listen.startsWith("[") ? Channel.TCP_IPV6 : Channel.TCP_IPV4;
      assertThat(server.counters.responses(channel, 0)).isEqualTo(20);
    }
  }

  @Test
  void takesAMessageOctetByOctet() throws Exception {
    try (ServerFixture server = ServerFixture.echoing("127.0.0.1:0");
        Socket client = server.connect()) {
      client.setTcpNoDelay(true);
      for (byte octet : framed(query(77))) {
        client.getOutputStream().write(octet);
      }

      assertThat(id(receive(client))).isEqualTo(77);
    }
  }

  @Test
  void answersAThousandPipelinedQueries() throws Exception {
    try (ServerFixture server = ServerFixture.echoing("127.0.0.1:0");
        Socket client = server.connect()) {
      client.getOutputStream().write(pipeline(1000));

      for (int i = 0; i < 1000; i++) {
        assertThat(id(receive(client))).isEqualTo(i);
      }
    }
  }

  @Test
  void answersAClientThatHasClosedItsHalf() throws Exception {
    try (ServerFixture server = ServerFixture.echoing("127.0.0.1:0");
        Socket client = server.connect()) {
      client.getOutputStream().write(pipeline(1000));
      client.shutdownOutput();

      for (int i = 0; i < 1000; i++) {
        assertThat(id(receive(client))).isEqualTo(i);
      }
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void carriesMessagesOfTheGreatestSize() throws Exception {
    try (ServerFixture server = ServerFixture.echoing("127.0.0.1:0");
        Socket client = server.connect()) {
      send(client, new byte[LONGEST]);

      assertThat(receive(client)).hasSize(LONGEST);
    }
  }

  @Test
  void closesOnALongerMessageWithoutWaitingForItsEnd() throws Exception {
    try (ServerFixture server = ServerFixture.echoing("127.0.0.1:0");
        Socket client = server.connect()) {
      client
          .getOutputStream()
          .write(new byte[] {(byte) ((LONGEST + 1) >> 8), (byte) (LONGEST + 1)});

      assertThat(isClosed(client)).isTrue();
      assertThat(server.counters.dropped(Channel.TCP_IPV4)).isEqualTo(1);
    }
  }

  @Test
  void sendsWhatWasAskedBeforeATooLongMessage() throws Exception {
    try (ServerFixture server = ServerFixture.echoing("127.0.0.1:0");
        Socket client = server.connect()) {
      client.getOutputStream().write(pipeline(3));
      client.getOutputStream().write(new byte[] {(byte) 0xff, (byte) 0xff});

      for (int i = 0; i < 3; i++) {
        assertThat(id(receive(client))).isEqualTo(i);
      }
      assertThat(isClosed(client)).isTrue();
    }
  }

  @Test
  void closesOnAnEmptyMessage() throws Exception {
    try (ServerFixture server = ServerFixture.echoing("127.0.0.1:0");
        Socket client = server.connect()) {
      send(client, new byte[0]);

      assertThat(isClosed(client)).isTrue();
    }
  }

  @Test
  void stopsAnsweringWhoDoesNotReadAndGoesOnWhenItDoes() throws Exception {
    TcpLimits limits = new TcpLimits(100, 100, LONG, 16_384, 64 * 1024, 64, LONG, MEMORY);
    try (ServerFixture server = ServerFixture.limited(limits, ServerFixture::large);
        Socket client = server.connect()) {
      client.getOutputStream().write(pipeline(2000));
      Eventually.within(Duration.ofSeconds(10))
          .until(() -> server.counters.responses(Channel.TCP_IPV4, 0) > 0);
      Thread.sleep(200);

      assertThat(server.counters.responses(Channel.TCP_IPV4, 0)).isLessThan(1000);
      for (int i = 0; i < 2000; i++) {
        assertThat(id(receive(client))).isEqualTo(i);
      }
    }
  }

  @Test
  void closesWhoDoesNotRead() throws Exception {
    TcpLimits limits = new TcpLimits(100, 100, LONG, 16_384, 64 * 1024, 64, SHORT, MEMORY);
    try (ServerFixture server = ServerFixture.limited(limits, ServerFixture::large);
        Socket client = server.connect()) {
      client.getOutputStream().write(pipeline(2000));
      Eventually.within(Duration.ofSeconds(10)).until(() -> isReset(client));

      assertThat(server.counters.responses(Channel.TCP_IPV4, 0)).isLessThan(1000);
    }
  }

  @Test
  void closesIdleConnectionsEvenIfOctetsTrickleIn() throws Exception {
    TcpLimits limits = new TcpLimits(100, 100, SHORT, 16_384, 64 * 1024, 64, LONG, MEMORY);
    try (ServerFixture server = ServerFixture.limited(limits, ServerFixture::echo);
        Socket silent = server.connect();
        Socket trickling = server.connect()) {
      Eventually.within(Duration.ofSeconds(10)).until(() -> isReset(trickling));

      assertThat(isClosed(silent)).isTrue();
    }
  }

  @Test
  void letsOneClientHaveItsShareOnly() throws Exception {
    TcpLimits limits = new TcpLimits(100, 3, LONG, 16_384, 64 * 1024, 64, LONG, MEMORY);
    try (ServerFixture server = ServerFixture.limited(limits, ServerFixture::echo)) {
      List<Socket> sockets = talking(server, 3);
      try (Socket tooMany = server.connect()) {
        assertThat(isClosed(tooMany)).isTrue();
      }
      sockets.getFirst().close();
      Eventually.within(Duration.ofSeconds(10)).until(() -> server.serves());
      closeAll(sockets);
    }
  }

  @Test
  void letsTheLongestIdleMakeRoomWhenIdlersFloodIt() throws Exception {
    TcpLimits limits = new TcpLimits(10, 1000, LONG, 16_384, 64 * 1024, 64, LONG, MEMORY);
    try (ServerFixture server = ServerFixture.limited(limits, ServerFixture::echo)) {
      List<Socket> idlers = talking(server, 30);

      assertThat(server.serves()).isTrue();
      assertThat(isClosed(idlers.getFirst())).isTrue();
      closeAll(idlers);
    }
  }

  private static List<Socket> talking(ServerFixture server, int count) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Socket socket = server.connect();
      sockets.add(socket);
      send(socket, query(i));
      receive(socket);
    }
    return sockets;
  }

  /** Whether writing one more octet of a message that never ends fails. */
  private static boolean isReset(Socket socket) {
    try {
      socket.getOutputStream().write(1);
      return false;
    } catch (SocketException e) {
      return true;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void closeAll(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
