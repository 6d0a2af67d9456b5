package io.zonewright.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.DnsClient;
import io.zonewright.testing.FreePort;
import io.zonewright.testing.Transport;
import io.zonewright.testing.ZonewrightProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way to the sockets is chosen at the start; one line says which, and clients see none. */
@EnabledOnOs(OS.LINUX)
class NativeAccessIT {
  private static final List<String> DENY = List.of("--illegal-native-access=deny");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | UDP goes through recvmmsg and sendmmsg: this is Linux with native access",
        "true  | UDP goes through java.nio: native access is off; start java with --enable-native-access=ALL-UNNAMED"
      })
  void isChosenAtTheStartWithOneLineThatSaysWhy(boolean refused, String line) throws Exception {
    int port = FreePort.dns();
    String manifests = ClientsZone.writeTo(folder).toString();
    List<String> serve = List.of("serve", "--manifests", manifests, "--listen", ":" + port);

    try (ChildProcess server =
        refused
            ? ZonewrightProcess.startWithoutGrants(DENY, serve)
            : ZonewrightProcess.start(serve)) {
      server.awaitReady(() -> server.log().contains("ready"), Duration.ofMinutes(2));

      for (Transport transport : List.of(Transport.UDP4, Transport.UDP6)) {
        DnsClient client = DnsClient.of(port).over(transport);
        assertThat(client.answers(ClientsZone.BOTH, "A")).contains("192.0.2.1");
      }
      assertThat(server.log().lines().filter(said -> said.contains("UDP goes through")))
          .singleElement(STRING)
          .endsWith(line);
      assertThat(server.log()).doesNotContain("WARNING");
    }
  }
}
