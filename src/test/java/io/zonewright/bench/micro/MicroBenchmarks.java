package io.zonewright.bench.micro;

import io.zonewright.bench.compare.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of this package and writes a page about them: {@code make bench-micro}. */
public final class MicroBenchmarks {
  private static final Path PAGE = Path.of("docs", "benchmarks", "micro.md");

  private MicroBenchmarks() {}

  /** Takes the options of JMH; by default all benchmarks are run. */
  public static void main(String... args)
      throws CommandLineOptionException, RunnerException, IOException {
    CommandLineOptions given = new CommandLineOptions(args);
    if (given.shouldHelp()) {
      given.showHelp();
      return;
    }
    Collection<RunResult> results = new Runner(counting().parent(given).build()).run();
    Files.createDirectories(PAGE.getParent());
    Files.writeString(PAGE, MicroPage.of(results, Machine.facts()));
    System.out.println("==> Wrote " + PAGE);
  }

  /** Options that have what is allocated counted. */
  static ChainedOptionsBuilder counting() {
    return new OptionsBuilder().addProfiler(GCProfiler.class);
  }
}
