package io.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.FreePort;
import io.zonewright.testing.WithControlPlane;
import io.zonewright.testing.ZonewrightProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the operator from starting is one sentence and an exit status. */
@WithControlPlane
class OperatorStartIT {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ZONEWRIGHT_LISTEN | foo | zonewright.listen: the listen address 'foo' has no port
          ZONEWRIGHT_UDP_WORKERS | 257 | zonewright.udp.workers: the number of UDP workers is from 1 to 256, not 257
          ZONEWRIGHT_NSID   | 200 | zonewright.nsid: nsid has at most 128 octets in UTF-8
          """)
  void aWrongSettingIsToldBeforeAnythingIsWaitedFor(String name, String value, String expected) {
    String text = value.equals("200") ? "n".repeat(200) : value;
    // Nobody is there: who waits for this API server waits for ever.
    try (ChildProcess process = start(Map.of("KUBECONFIG", "/nonexistent", name, text))) {
      assertRefused(process, expected);
    }
  }

  @Test
  void aPortThatIsTakenIsTold(ControlPlane controlPlane) throws IOException {
    int port = FreePort.dns();
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        ChildProcess process =
            start(
                Map.of(
                    "KUBECONFIG",
                    controlPlane.kubeconfig().toString(),
                    "ZONEWRIGHT_LISTEN",
                    "127.0.0.1:" + other.getLocalPort()))) {
      assertRefused(process, "cannot listen on 127.0.0.1:" + port + " (TCP): another process");
    }
  }

  private static ChildProcess start(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(FreePort.tcp()));
    return ZonewrightProcess.start(List.of(), List.of(), environment);
  }

  private static void assertRefused(ChildProcess process, String expected) {
    assertThat(process.awaitExit(Duration.ofMinutes(1))).isEqualTo(1);
    assertThat(process.log())
        .containsOnlyOnce(expected)
        .doesNotContain("\tat ", "Exception", "cannot be listed");
  }
}
