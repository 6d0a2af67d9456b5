package io.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ZonewrightProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar checks files, with a status that a pipeline can use. */
class CheckIT {
  @TempDir private Path directory;

  @Test
  void exitsWithZeroForTheSamples() {
    ZonewrightProcess.Result result = ZonewrightProcess.run(List.of("check", "deploy/samples"));

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).contains("0 errors, 0 warnings");
  }

  @Test
  void exitsWithOneForAMistake() throws IOException {
    Path file = Files.writeString(directory.resolve("x.yaml"), "kind: [\n");
    ZonewrightProcess.Result result = ZonewrightProcess.run(List.of("check", file.toString()));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains(file + ":2: not valid YAML").contains("1 errors");
  }

  @Test
  void exitsWithTwoForAWrongCommandLine() {
    ZonewrightProcess.Result result = ZonewrightProcess.run(List.of("check", "--frob"));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output()).contains("zonewright check: Unknown option: '--frob'");
  }

  @Test
  void helpsWithoutBootingTheOperator() {
    ZonewrightProcess.Result result = ZonewrightProcess.run(List.of("--help"));

    assertThat(result.status()).isZero();
    assertThat(result.output()).startsWith("Usage: zonewright").doesNotContain("Quarkus");
  }
}
