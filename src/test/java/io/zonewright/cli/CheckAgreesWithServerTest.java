package io.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.crds.CrdSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code check} finds in a pull request what an API server would refuse, and nothing else. */
class CheckAgreesWithServerTest {
  private static final String ZONE =
      """
      ---
      apiVersion: zonewright.io/v1alpha1
      kind: DnsZone
      metadata: {name: example-com}
      spec:
        zoneName: the-zone.example
        nameServers: [{name: ns1.other.example.}]
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.zonewright.crds.CrdSample#good")
  void whatTheServerTakesIsRight(CrdSample sample) throws IOException {
    CommandRun run = check(sample);
    assertThat(run.status()).as(run.out()).isZero();
  }

  @ParameterizedTest
  @MethodSource("refusedWithoutAFormerState")
  void whatTheServerRefusesIsWrong(CrdSample sample) throws IOException {
    CommandRun run = check(sample);
    assertThat(run.status()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("sample: spec");
  }

  private static Stream<CrdSample> refusedWithoutAFormerState() {
    return CrdSample.bad().filter(sample -> sample.before() == null);
  }

  private CommandRun check(CrdSample sample) throws IOException {
    Path file = folder.resolve("manifest.yaml");
    Files.writeString(file, sample.manifest() + "\n" + ZONE);
    return CommandRun.of("check", file.toString());
  }
}
