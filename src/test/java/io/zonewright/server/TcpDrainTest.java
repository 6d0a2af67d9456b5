package io.zonewright.server;

import static io.zonewright.server.ServerFixture.id;
import static io.zonewright.server.ServerFixture.isRefused;
import static io.zonewright.server.ServerFixture.pipeline;
import static io.zonewright.server.ServerFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.Eventually;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server that ends lets nobody in, and answers over TCP what had come (RFC 7766 6.2.4). */
class TcpDrainTest {
  private static final int PIPELINED = 1000;

  private final ServerFixture server = start("127.0.0.1:0");

  @Test
  void letsNobodyInOnceItDrains() throws Exception {
    InetSocketAddress address = server.address();
    Thread closing = Thread.ofVirtual().unstarted(server::close);
    try (Socket slow = slowReader()) {
      closing.start();

      Eventually.within(Duration.ofSeconds(2)).until(() -> isRefused(address));
      assertThat(closing.isAlive()).isTrue();
      assertThat(id(receive(slow))).isZero();
    }
    closing.join();
  }

  @Test
  void answersAThousandPipelinedQueriesThroughASmallBuffer() throws Exception {
    InetSocketAddress address = server.address();
    try (Socket client = slowReader()) {
      Thread closing = Thread.ofVirtual().start(server::close);
      Eventually.within(Duration.ofSeconds(2)).until(() -> isRefused(address));

      for (int i = 0; i < PIPELINED; i++) {
        assertThat(id(receive(client))).isEqualTo(i);
      }
      assertThat(client.getInputStream().read()).isEqualTo(-1);
      closing.join();
    }
  }

  @Test
  void whoNeverStopsAskingGetsWholeAnswersAndACleanEnd() throws Exception {
    Thread closing = Thread.ofVirtual().unstarted(server::close);
    try (Socket client = server.connect()) {
      var _ = Thread.ofVirtual().start(() -> askForEver(client));
      assertThat(id(receive(client))).isZero();
      closing.start();

      assertThat(answersUntilTheEnd(client)).isPositive();
    }
    assertThat(closing.join(DnsServer.DRAIN)).isTrue();
  }

  @Test
  void doesNotWaitLongForWhoIsSilent() throws Exception {
    try (Socket client = server.connect()) {
      ServerFixture.send(client, ServerFixture.query(1));
      receive(client);
      Thread closing = Thread.ofVirtual().start(server::close);

      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(closing.join(Duration.ofSeconds(4))).isTrue();
    }
  }

  @Test
  void doesNotWaitForEverForWhoDoesNotRead() throws Exception {
    try (Socket client = slowReader()) {
      Thread closing = Thread.ofVirtual().start(server::close);

      assertThat(closing.join(DnsServer.DRAIN.plusSeconds(3))).isTrue();
      assertThat(client.isConnected()).isTrue();
    }
  }

  private static ServerFixture start(String listen) {
    try {
      return new ServerFixture(ServerFixture.settings(listen), () -> ServerFixture::large);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** One with more to read than fits into all buffers on the way. */
  private Socket slowReader() throws IOException {
    Socket client = server.connectSlowly();
    client.getOutputStream().write(pipeline(PIPELINED));
    Eventually.within(Duration.ofSeconds(10)).until(() -> server.counters.held() > 0);
    return client;
  }

  private static void askForEver(Socket client) {
    try {
      while (true) {
        client.getOutputStream().write(pipeline(100));
      }
    } catch (IOException e) {
      // The end.
    }
  }

  /** Fails if the connection is reset or ends within an answer. */
  private static int answersUntilTheEnd(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    for (int answers = 0; ; answers++) {
      int first = in.read();
      if (first < 0) {
        return answers;
      }
      int length = first << 8 | in.readUnsignedByte();
      if (in.readNBytes(length).length < length) {
        throw new EOFException("within answer " + answers);
      }
    }
  }
}
