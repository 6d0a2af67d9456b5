package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UdpBuffersTest {
  private static final int ASKED = 4_194_304;

  @Test
  void areReportedInOneLine() {
    assertThat(new UdpBuffers(ASKED, ASKED).report(ASKED))
        .isEqualTo(
            "each UDP socket holds up to 4194304 octets of queries and 4194304 of responses");
  }

  @ParameterizedTest
  @CsvSource({
    "212992,212992,net.core.rmem_max and net.core.wmem_max",
    "212992,4194304,net.core.rmem_max",
    "4194304,212992,net.core.wmem_max"
  })
  void areReportedWithWhatToRaise(int receive, int send, String limits) {
    assertThat(new UdpBuffers(receive, send).report(ASKED))
        .endsWith("less than the 4194304 asked for; raise " + limits + " to lose fewer in a burst");
  }

  @ParameterizedTest
  @EnumSource
  void areThoseThatTheSystemGrants(UdpPath udp) throws IOException {
    UdpBuffers granted = granted(udp.driver());

    assertThat(granted.receive()).isIn(UdpDriver.KERNEL_BUFFER, atMost("rmem_max"));
    assertThat(granted.send()).isIn(UdpDriver.KERNEL_BUFFER, atMost("wmem_max"));
  }

  private static <S> UdpBuffers granted(UdpDriver<S> driver) throws IOException {
    S socket = driver.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), false);
    try {
      return driver.buffers(socket);
    } finally {
      driver.close(socket);
    }
  }

  private static int atMost(String limit) throws IOException {
    Path file = Path.of("/proc/sys/net/core", limit);
    return Files.exists(file)
        ? Math.min(UdpDriver.KERNEL_BUFFER, Integer.parseInt(Files.readString(file).strip()))
        : UdpDriver.KERNEL_BUFFER;
  }

  @ParameterizedTest
  @EnumSource
  void areKnownOnceTheServerListens(UdpPath udp) throws Exception {
    DnsServer server =
        new DnsServer(
            ServerFixture.settings("127.0.0.1:0"),
            () -> ServerFixture::echo,
            new QueryCounters(),
            udp::driver);
    assertThat(server.udpBuffers()).isEqualTo(UdpBuffers.NONE);
    server.start();
    try (server) {
      assertThat(server.udpBuffers()).isEqualTo(granted(udp.driver()));
    }
  }
}
