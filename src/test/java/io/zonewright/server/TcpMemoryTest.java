package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.Eventually;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is held for all clients of TCP together is bounded, however many do not read. */
class TcpMemoryTest {
  private static final long MEMORY = 4 << 20;
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final TcpLimits LIMITS =
      new TcpLimits(1000, 1000, LONG, 16_384, 64 * 1024, 512, LONG, MEMORY);

  @Test
  void slowReadersOfBigAnswersAreShedWhenTheyHoldTooMuch() throws Exception {
    List<Socket> clients = new ArrayList<>();
    try (ServerFixture server = ServerFixture.limited(LIMITS, ServerFixture::large)) {
      for (int i = 0; i < 100; i++) {
        Socket client = server.connectSlowly();
        clients.add(client);
        client.getOutputStream().write(ServerFixture.pipeline(1000));
        assertThat(server.counters.held()).isLessThanOrEqualTo(MEMORY);
      }
      Eventually.within(Duration.ofSeconds(10))
          .describedBy(() -> server.counters.held() + " octets are held and nobody is shed")
          .until(() -> server.counters.shed(Channel.TCP_IPV4) > 0);

      assertThat(server.counters.held()).isBetween(MEMORY / 4, MEMORY);
      assertThat(server.serves()).isTrue();
    } finally {
      for (Socket client : clients) {
        client.close();
      }
    }
  }

  @Test
  void nothingIsHeldForClientsThatHaveTheirAnswersOrAreGone() throws Exception {
    try (ServerFixture server = ServerFixture.limited(LIMITS, ServerFixture::large);
        Socket reading = server.connect()) {
      for (int i = 0; i < 10; i++) {
        reading.getOutputStream().write(ServerFixture.pipeline(10));
        for (int j = 0; j < 10; j++) {
          assertThat(ServerFixture.receive(reading)).hasSize(ServerFixture.LARGE);
        }
      }
      Eventually.within(Duration.ofSeconds(10)).until(() -> server.counters.held() == 0);
      try (Socket gone = server.connectSlowly()) {
        gone.getOutputStream().write(ServerFixture.pipeline(1000));
        gone.getOutputStream().write(new byte[] {1});
        Eventually.within(Duration.ofSeconds(10)).until(() -> server.counters.held() > 0);
      }
      Eventually.within(Duration.ofSeconds(10)).until(() -> server.counters.held() == 0);
    }
  }

  @Test
  void aQueryThatTricklesInIsHeldUntilItIsWhole() throws Exception {
    try (ServerFixture server = ServerFixture.limited(LIMITS, ServerFixture::echo);
        Socket client = server.connect()) {
      byte[] query = ServerFixture.framed(new byte[1000]);
      client.getOutputStream().write(query, 0, 600);
      Eventually.within(Duration.ofSeconds(10)).until(() -> server.counters.held() >= 600);
      client.getOutputStream().write(query, 600, query.length - 600);
      ServerFixture.receive(client);

      Eventually.within(Duration.ofSeconds(10)).until(() -> server.counters.held() == 0);
    }
  }
}
