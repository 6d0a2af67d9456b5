package io.zonewright.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.Eventually;
import io.zonewright.testing.Tools;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code make bench} from one end to the other, too short for its figures to mean anything. */
@EnabledOnOs(OS.LINUX)
class SideBySideIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern STARTED = Pattern.compile("process \\[([\\d, ]+)]");

  @TempDir private Path folder;

  @BeforeEach
  void requireACompiler() {
    Tools.require("cc");
  }

  @Test
  void writesAPageWithARowForEachServerAndAPlot() throws Exception {
    StringWriter said = new StringWriter();
    int status = SideBySide.run(new PrintWriter(said), arguments());

    assertThat(status).as(said.toString()).isZero();
    String page = Files.readString(folder.resolve("side-by-side.md"));
    Stream.of(Contender.values()).forEach(contender -> assertTold(contender, page, said));
    for (Kind kind : Kind.values()) {
      assertThat(cell(page, kind.toString(), 2)).as("of the echo: " + page).isPositive();
      assertThat(cell(others(page), kind.toString(), 1)).as("EDNS: " + page).isPositive();
      assertThat(cell(others(page), kind.toString(), 3)).as("IPv6: " + page).isPositive();
    }
    assertThat(folder.resolve("side-by-side.svg")).isNotEmptyFile();
    assertAllEnded(said.toString());
  }

  private static void assertTold(Contender contender, String page, StringWriter said) {
    if (contender.peer() == null || Tools.find(contender.peer().program()).isPresent()) {
      for (int kind = 1; kind <= Kind.values().length; kind++) {
        assertThat(cell(page, contender.toString(), kind)).as(page).isNotNegative();
      }
    } else {
      assertThat(page).contains("- Without " + contender);
      assertThat(said.toString()).contains(contender.peer().howToGet());
    }
  }

  private static String others(String page) {
    return page.substring(page.indexOf("## Other manners"));
  }

  private static double cell(String page, String row, int column) {
    String line = page.lines().filter(l -> l.startsWith("| " + row + " |")).findFirst().orElse("");
    List<String> cells = Arrays.asList(line.split(" *\\| *", -1));
    assertThat(cells).as(row + " in " + page).hasSizeGreaterThan(column + 1);
    return Double.parseDouble(cells.get(column + 1));
  }

  @Test
  void endsWhatItHasStartedWhenItIsInterrupted() {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dzonewright.jar=" + System.getProperty("zonewright.jar"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SideBySide.class.getName()),
                Stream.of(arguments()))
            .toList();
    Path log = folder.resolve("log");
    try (ChildProcess bench = ChildProcess.start("make bench", log, command, Map.of())) {
      bench.awaitReady(() -> bench.log().contains("Warming up"), PATIENCE);
      assertThat(bench.stop()).isNotZero();
      assertAllEnded(bench.log());
    }
  }

  private static void assertAllEnded(String said) {
    List<Long> pids =
        STARTED
            .matcher(said)
            .results()
            .flatMap(match -> Arrays.stream(match.group(1).split(", ", -1)))
            .map(Long::valueOf)
            .toList();
    assertThat(pids).as(said).hasSizeGreaterThan(1);
    Eventually.eventually(
        () ->
            assertThat(pids)
                .noneMatch(
                    pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--names=0", "--rounds=0", "--seconds=0", "--warm-up=21", "--in-flight=0"})
  void refusesWhatMakesNoSense(String option) {
    assertThat(SideBySide.run(new PrintWriter(new StringWriter()), option)).isEqualTo(2);
  }

  private String[] arguments() {
    return new String[] {
      "--names=1000",
      "--rounds=1",
      "--seconds=0.3",
      "--warm-up=0.1",
      "--into=" + folder,
      "--work=" + folder.resolve("work")
    };
  }
}
