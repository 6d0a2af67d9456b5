package io.zonewright.server;

import static io.zonewright.server.ServerFixture.framed;
import static io.zonewright.server.ServerFixture.id;
import static io.zonewright.server.ServerFixture.pipeline;
import static io.zonewright.server.ServerFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no message ends its connection once; nothing after it is looked at. */
class TcpBadMessageTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final int MOST_FLOOD = 64 << 20;

  /** More than systems keep for a socket whose owner does not read. */
  private static final int MOST_BUFFERED = 24 << 20;

  static Stream<byte[]> badMessages() {
    return Stream.of(
        new byte[] {(byte) 0xff, (byte) 0xff}, framed(new byte[0]), framed(new byte[] {1, 2, 3}));
  }

  @ParameterizedTest
  @MethodSource("badMessages")
  void isTheLastThatIsLookedAt(byte[] bad) throws Exception {
    try (ServerFixture server =
            ServerFixture.limited(TcpLimits.defaults(), TcpBadMessageTest::answering);
        Socket client = server.connect()) {
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      stream.writeBytes(pipeline(3));
      stream.writeBytes(bad);
      stream.writeBytes(pipeline(1000));
      client.getOutputStream().write(stream.toByteArray());

      for (int i = 0; i < 3; i++) {
        assertThat(id(receive(client))).isEqualTo(i);
      }
      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(server.counters.dropped(Channel.TCP_IPV4)).isEqualTo(1);
      assertThat(server.counters.responses(Channel.TCP_IPV4, 0)).isEqualTo(3);
      assertThat(server.counters.held()).isZero();
    }
  }

  /** Its earlier responses wait for the client to read, so that the connection is still there. */
  @ParameterizedTest
  @MethodSource("badMessages")
  void isNotFollowedByReadingAFlood(byte[] bad) throws Exception {
    TcpLimits limits = new TcpLimits(10, 10, LONG, 16_384, 256 << 20, 1 << 20, LONG, 1L << 30);
    try (ServerFixture server = ServerFixture.limited(limits, TcpBadMessageTest::answeringMuch);
        SocketChannel client = SocketChannel.open()) {
      client.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
      client.connect(server.address());
      write(client, pipeline(2000));
      write(client, bad);

      assertThat(flood(client)).isLessThan(MOST_BUFFERED);
      assertThat(server.counters.dropped(Channel.TCP_IPV4)).isEqualTo(1);
      assertThat(server.counters.responses(Channel.TCP_IPV4, 0)).isEqualTo(2000);
    }
  }

  /** Answers what has a header. */
  private static int answering(ByteBuffer query, ByteBuffer response, Channel channel) {
    return query.remaining() < 12
        ? QueryHandler.DROP
        : ServerFixture.echo(query, response, channel);
  }

  private static int answeringMuch(ByteBuffer query, ByteBuffer response, Channel channel) {
    return answering(query, response, channel) == QueryHandler.DROP
        ? QueryHandler.DROP
        : ServerFixture.LARGE;
  }

  private static void write(SocketChannel client, byte[] octets) throws IOException {
    client.write(ByteBuffer.wrap(octets));
  }

  /** How many octets the connection takes before it takes no more for half a second. */
  private static int flood(SocketChannel client) throws IOException, InterruptedException {
    client.configureBlocking(false);
    ByteBuffer queries = ByteBuffer.wrap(pipeline(1000));
    int taken = 0;
    for (int idle = 0; idle < 10 && taken < MOST_FLOOD; ) {
      int now = client.write(queries.rewind());
      taken += now;
      idle = now == 0 ? idle + 1 : 0;
      if (now == 0) {
        Thread.sleep(50);
      }
    }
    return taken;
  }
}
