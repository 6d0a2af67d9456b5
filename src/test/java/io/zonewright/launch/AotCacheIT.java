package io.zonewright.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.DnsClient;
import io.zonewright.testing.FreePort;
import io.zonewright.testing.ZonewrightProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged jar makes use of an AOT cache, and does without one that does not fit. */
class AotCacheIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String MANIFESTS = "deploy/samples";

  @TempDir private static Path folder;
  private static Path cache;

  @BeforeAll
  static void train() throws IOException {
    cache = folder.resolve("trained.aot");
    int port = FreePort.dns();
    ChildProcess training = serve(port, List.of("-XX:AOTCacheOutput=" + cache));
    awaitAnswer(training, port);
    ProcessHandle.of(training.pid()).orElseThrow().destroy();
    training.awaitExit(PATIENCE);
  }

  @Test
  void classesComeFromItAndNothingIsSaidOfIt() throws IOException {
    Path loaded = folder.resolve("classes.log");
    String log =
        served(
            List.of(
                "-XX:AOTCache=" + cache,
                "-Xlog:aot=warning",
                LoadedClasses.toldTo(loaded.toString())));
    assertThat(log.lines()).allMatch(AotCacheIT::isOurs);
    LoadedClasses.assertOwnComeFromTheCache(loaded, 9);
  }

  /** What may lie where a cache should be. */
  enum Misfit {
    ABSENT,
    EMPTY,
    GARBAGE,
    TRUNCATED,
    OF_OTHER_OPTIONS;

    private Path in(Path folder) throws IOException {
      Path file = folder.resolve(name() + ".aot");
      return switch (this) {
        case ABSENT -> file;
        case EMPTY -> Files.createFile(file);
        case GARBAGE -> Files.writeString(file, "not a cache\n".repeat(10_000));
        case TRUNCATED -> truncated(Files.copy(cache, file));
        case OF_OTHER_OPTIONS -> cache;
      };
    }

    private List<String> options() {
      return this == OF_OTHER_OPTIONS ? List.of("-XX:-UseCompactObjectHeaders") : List.of();
    }

    private static Path truncated(Path file) throws IOException {
      try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
      return file;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCacheThatDoesNotFitIsPassedOverWithoutAWord(Misfit misfit) throws IOException {
    List<String> options = new ArrayList<>(misfit.options());
    options.add("-XX:AOTCache=" + misfit.in(folder));
    assertThat(served(options).lines()).allMatch(AotCacheIT::isOurs);
  }

  @Test
  void theOptionsLieBesideTheJar() {
    assertThat(ZonewrightProcess.jar().resolveSibling("jvm.options"))
        .hasSameTextualContentAs(Path.of("src/main/jvm/jvm.options"));
  }

  /** What it wrote until it had answered and was ended. */
  private static String served(List<String> options) throws IOException {
    int port = FreePort.dns();
    try (ChildProcess process = serve(port, options)) {
      awaitAnswer(process, port);
      process.stop();
      return process.log();
    }
  }

  private static ChildProcess serve(int port, List<String> options) {
    return ZonewrightProcess.start(
        options,
        List.of("serve", "--manifests", MANIFESTS, "--listen", "127.0.0.1:" + port),
        Map.of());
  }

  private static void awaitAnswer(ChildProcess process, int port) throws IOException {
    process.awaitReady(() -> process.log().contains("ready"), PATIENCE);
    assertThat(DnsClient.of(port).answers("www.contoso.com.", "A")).isNotEmpty();
  }

  private static boolean isOurs(String line) {
    return line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+ (INFO|WARN) .*");
  }
}
