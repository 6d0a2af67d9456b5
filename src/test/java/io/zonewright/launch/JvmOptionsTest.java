package io.zonewright.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody starts with {@code jvm.options}, and what the pages say of it is so. */
class JvmOptionsTest {
  private static final Path OPTIONS = Path.of("src", "main", "jvm", "jvm.options");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(-[^`]+)` \\| .+ \\|$");

  @Test
  void thePageExplainsEachOption() throws IOException {
    assertThat(
            ROW.matcher(Files.readString(Path.of("docs/configuration.md")))
                .results()
                .map(row -> row.group(1)))
        .containsExactlyElementsOf(options());
  }

  static Stream<Path> whereCommandsAre() throws IOException {
    try (Stream<Path> pages = Files.walk(Path.of("docs"))) {
      return Stream.concat(
          pages.filter(page -> page.toString().endsWith(".md")).toList().stream(),
          Stream.of("README.md", "Makefile", "src/dev/jar.sh").map(Path::of))
          .filter(JvmOptionsTest::startsTheJar)
          .toList()
          .stream();
    }
  }

  private static boolean startsTheJar(Path file) {
    return !commands(file).isEmpty();
  }

  private static List<String> commands(Path file) {
    try {
      return Files.readString(file)
          .lines()
          .filter(line -> line.matches(".*-jar \\S*quarkus-run\\.jar.*"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("whereCommandsAre")
  void everyCommandThatStartsTheJarHasThem(Path file) {
    assertThat(commands(file)).allMatch(line -> line.matches(".*@\\S*jvm\\.options.*"));
  }

  @Test
  void commandsAreFoundWhereUsersAndScriptsHaveThem() throws IOException {
    assertThat(whereCommandsAre())
        .contains(Path.of("README.md"), Path.of("Makefile"), Path.of("src/dev/jar.sh"));
  }

  @Test
  void theJvmTakesThemWithoutAWord() {
    Tools.Result result = java("-version");
    assertThat(result.status()).isZero();
    assertThat(result.lines()).allMatch(line -> line.matches("(?i)openjdk .*"));
  }

  /** By itself the JVM takes a quarter of little memory, and another collector. */
  @Test
  void aSmallContainerGivesMostOfItsMemoryToTheHeapAndHasTheSameCollector() {
    String flags =
        java("-XX:MaxRAM=1g", "-XX:ActiveProcessorCount=1", "-XX:+PrintFlagsFinal", "-version")
            .output();
    assertThat(flag(flags, "MaxHeapSize")).isBetween("700000000", "760000000");
    assertThat(flag(flags, "UseG1GC")).isEqualTo("true");
    assertThat(flag(flags, "UseCompactObjectHeaders")).isEqualTo("true");
  }

  /** With 8 an AOT cache that was built on a large machine would not fit a small container. */
  @Test
  void referencesTakeFourOctetsOnALargeMachineToo() {
    String flags = java("-XX:MaxRAM=256g", "-XX:+PrintFlagsFinal", "-version").output();
    assertThat(flag(flags, "UseCompressedOops")).isEqualTo("true");
  }

  @Test
  void whatFollowsThemIsStronger() {
    String flags = java("-XX:MaxRAMPercentage=50", "-XX:+PrintFlagsFinal", "-version").output();
    assertThat(flag(flags, "MaxRAMPercentage")).startsWith("50");
  }

  private static List<String> options() throws IOException {
    return Files.readAllLines(OPTIONS).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static Tools.Result java(String... arguments) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> all = Stream.concat(Stream.of("@" + OPTIONS), Stream.of(arguments)).toList();
    return Tools.run(java, all, Map.of());
  }

  private static String flag(String flags, String name) {
    return Pattern.compile("(?m)^\\s*\\S+ " + name + "\\s+= (\\S+)")
        .matcher(flags)
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}
