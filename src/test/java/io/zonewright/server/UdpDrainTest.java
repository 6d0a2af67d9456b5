package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.Eventually;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that ends answers the queries that its UDP sockets hold. */
@ParameterizedClass
@EnumSource
class UdpDrainTest {
  private final UdpPath udp;

  UdpDrainTest(UdpPath udp) {
    this.udp = udp;
  }

  /** More than a worker answers on a socket before it looks at anything else. */
  private static final int QUERIES = 150;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:0", "[::1]:0"})
  void answersWhatItsSocketsHold(String listen) throws Exception {
    ServerSettings settings = ServerFixture.settings(listen);
    try (ServerFixture server =
            new ServerFixture(settings, () -> this::answerOnceTheGateIsOpen, udp.driver());
        DatagramSocket client = new DatagramSocket()) {
      client.connect(server.address());
      client.setSoTimeout(ServerFixture.TIMEOUT);
      for (int i = 0; i < QUERIES; i++) {
        byte[] query = ServerFixture.query(i);
        client.send(new DatagramPacket(query, query.length));
      }
      asked.await();
      InetSocketAddress address = server.address();
      Thread closing = Thread.ofVirtual().start(server::close);
      // Both transports drain at once; that of TCP can be seen.
      Eventually.within(Duration.ofSeconds(2)).until(() -> ServerFixture.isRefused(address));
      gate.countDown();

      assertThat(idsOfAnswers(client))
          .isEqualTo(IntStream.range(0, QUERIES).boxed().collect(Collectors.toSet()));
      closing.join();
    }
  }

  private int answerOnceTheGateIsOpen(ByteBuffer query, ByteBuffer response, Channel channel) {
    asked.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ServerFixture.echo(query, response, channel);
  }

  private static Set<Integer> idsOfAnswers(DatagramSocket client) throws Exception {
    Set<Integer> ids = new HashSet<>();
    DatagramPacket response = new DatagramPacket(new byte[512], 512);
    while (ids.size() < QUERIES) {
      client.receive(response);
      ids.add(ServerFixture.id(response.getData()));
    }
    return ids;
  }
}
