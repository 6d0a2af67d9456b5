package io.zonewright.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each benchmark still runs: once, in this process, too short for its times to mean anything. */
class MicroBenchmarksTest {
  @Test
  void everyBenchmarkRunsAndHasARow() throws Exception {
    Options once =
        MicroBenchmarks.counting()
            .mode(Mode.SingleShotTime)
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .param("names", "1000")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    System.setProperty("jmh.ignoreLock", "true"); // others may be measuring; this one is not

    Collection<RunResult> results = new Runner(once).run();

    String page = MicroPage.of(results, List.of("a fact"));
    assertThat(benchmarks())
        .hasSizeGreaterThan(5)
        .allSatisfy(name -> assertThat(page).containsPattern("\\| " + name + " \\|.*\\| \\d+ \\|"));
    assertThat(page).contains("kind wildcard, names 1000 |").endsWith("\n- a fact\n");
  }

  private static List<String> benchmarks() {
    return Stream.of(
            LookupBenchmark.class,
            AnswerBenchmark.class,
            CompileBenchmark.class,
            PublishBenchmark.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
        .toList();
  }
}
