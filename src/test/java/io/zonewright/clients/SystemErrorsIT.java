package io.zonewright.clients;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.DnsClient;
import io.zonewright.testing.FreePort;
import io.zonewright.testing.Requirement;
import io.zonewright.testing.Tools;
import io.zonewright.testing.ZonewrightProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Errors of the system's calls, which strace makes, cost no worker and no answer that has a way.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemErrorsIT {
  private static final int QUERIES = 10;
  private static final Duration START = Duration.ofMinutes(2);

  private Path folder;
  private ChildProcess server;
  private DnsClient client;

  @BeforeAll
  void serve(@TempDir Path temporary) throws Exception {
    folder = temporary;
    String manifests = ClientsZone.writeTo(folder).toString();
    int port = FreePort.dns();
    client = DnsClient.of(port);
    server =
        ZonewrightProcess.start(
            List.of("serve", "--manifests", manifests, "--listen", "127.0.0.1:" + port));
    server.awaitReady(() -> server.log().contains("ready"), START);
  }

  @AfterAll
  void end() {
    server.close();
  }

  /** What passes by itself: the call is made again. ENOBUFS stands for a full queue of a card. */
  @ParameterizedTest
  @CsvSource({
    "poll,EINTR",
    "recvmmsg,EINTR",
    "recvmmsg,ECONNREFUSED",
    "recvmmsg,ENOMEM",
    "sendmmsg,EINTR",
    "sendmmsg,EAGAIN",
    "sendmmsg,ENOBUFS"
  })
  void costNoAnswerIfTheyPass(String call, String error) throws Exception {
    // Every second call of each thread.
    try (ChildProcess strace = inject(call, error, "1+2")) {
      for (int i = 0; i < QUERIES; i++) {
        assertAnswers();
      }
      assertThat(strace.log()).contains(error, "(INJECTED)");
    }
    assertAnswers();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHOSTUNREACH", "ENETUNREACH", "EPERM", "EINVAL"})
  void costOneAnswerIfItHasNoWay(String error) throws Exception {
    // The first call of each thread.
    try (ChildProcess strace = inject("sendmmsg", error, "1")) {
      eventually(
          () -> {
            for (int i = 0; i < QUERIES; i++) {
              assertAnswers();
            }
          });
      assertThat(strace.log()).contains(error, "(INJECTED)");
    }
  }

  private void assertAnswers() throws IOException {
    assertThat(client.answers(ClientsZone.BOTH, "A")).containsExactly("192.0.2.1", "192.0.2.2");
  }

  private ChildProcess inject(String call, String error, String when) {
    List<String> command =
        List.of(
            Tools.require("strace").toString(),
            "--follow-forks",
            "--trace=" + call,
            "--inject=%s:error=%s:when=%s".formatted(call, error, when),
            "--attach=" + server.pid());
    Path log = folder.resolve(call + error + ".log");
    ChildProcess strace = ChildProcess.start("strace", log, command, Map.of());
    eventually().until(() -> !strace.isAlive() || strace.log().contains("attached"));
    if (strace.log().contains("not permitted")) {
      throw Requirement.impossible("This machine lets no process be traced: " + strace.log());
    }
    return strace;
  }
}
