package io.zonewright.bench.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the servers that the machine has beside each other: {@code make bench}. */
@Command(
    name = "make bench",
    description =
        "Measures queries per CPU-second beside the servers that are installed, over loopback.",
    mixinStandardHelpOptions = true)
public final class SideBySide implements Callable<Integer> {
  private static final int MOST_SECONDS = 20;

  @Spec private CommandSpec spec;

  @Option(names = "--names", description = "Names in the zone, with A and AAAA each.")
  private int names = 100_000;

  @Option(names = "--rounds", description = "How often each is measured; medians count.")
  private int rounds = 3;

  @Option(names = "--seconds", description = "For how long each time.")
  private double seconds = 2;

  @Option(names = "--warm-up", description = "For how many seconds each is asked before.")
  private double warmUp = 4;

  @Option(
      names = "--in-flight",
      description = "Queries in flight; with 192 not even small buffers lose any.")
  private int inFlight = 1024;

  @Option(names = "--into", description = "The folder of the page and the plot.")
  private Path into = Path.of("docs", "benchmarks");

  @Option(names = "--work", description = "A folder for configurations, logs and programs.")
  private Path work = Path.of("target", "bench");

  private final List<RunningServer> servers = new ArrayList<>();
  private final List<String> facts = new ArrayList<>();
  private final Map<Manner, Figures> figures = new EnumMap<>(Manner.class);

  /** Runs until all is measured, and exits with the status of it. */
  public static void main(String... args) {
    System.exit(run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), args));
  }

  /** The same within another program. */
  static int run(PrintWriter out, String... args) {
    return new CommandLine(new SideBySide())
        .setOut(out)
        .setExecutionExceptionHandler(SideBySide::fail)
        .execute(args);
  }

  private static int fail(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(e instanceof BenchFailure)) {
      throw e;
    }
    command.getErr().println("ERROR: " + e.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public Integer call() throws IOException {
    requireSense();
    Processors processors = Processors.choose();
    say(processors.sentence());
    Workshop workshop = new Workshop(work, processors, inFlight);
    say("Writing a zone of %d names and compiling the load generator".formatted(names));
    workshop.furnish(new BenchZone(names));
    try {
      start(workshop);
      warmUp(workshop);
      measure(workshop);
    } finally {
      servers.forEach(RunningServer::close);
    }
    write(processors);
    return 0;
  }

  private void requireSense() {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new BenchFailure("CPU time is counted in /proc, which only Linux has.");
    }
    if (names < 1 || rounds < 1 || seconds <= 0 || warmUp <= 0 || inFlight < 1) {
      throw new ParameterException(spec.commandLine(), "all numbers must be greater than 0");
    }
    if (seconds > MOST_SECONDS || warmUp > MOST_SECONDS) {
      throw new ParameterException(
          spec.commandLine(),
          "a server is asked for at most %d s at a time".formatted(MOST_SECONDS));
    }
  }

  private void start(Workshop workshop) throws IOException {
    for (Contender contender : Contender.values()) {
      String obstacle = workshop.obstacle(contender);
      if (obstacle.isEmpty()) {
        start(workshop, contender);
      } else {
        leaveOut(contender, obstacle);
      }
    }
  }

  private void start(Workshop workshop, Contender contender) throws IOException {
    try {
      RunningServer server = workshop.start(contender);
      servers.add(server);
      say("Started %s: process %s, port %d".formatted(contender, server.pids(), server.port()));
    } catch (BenchFailure e) {
      if (contender.peer() == null) {
        throw e; // without ourselves or the echo there is nothing to compare with
      }
      leaveOut(contender, String.valueOf(e.getMessage()));
    }
  }

  private void leaveOut(Contender contender, String why) {
    say("Without %s. %s".formatted(contender, why));
    facts.add("Without " + contender);
  }

  private void warmUp(Workshop workshop) {
    for (Manner manner : Manner.values()) {
      for (Kind kind : Kind.values()) {
        say("Warming up: %s, %s, %s s each".formatted(kind, manner, warmUp));
        asked(manner).forEach(server -> workshop.load(server, kind, manner, warmUp));
      }
    }
  }

  private Stream<RunningServer> asked(Manner manner) {
    return servers.stream().filter(server -> manner.concerns(server.contender()));
  }

  private void measure(Workshop workshop) throws IOException {
    for (int round = 1; round <= rounds; round++) {
      for (Kind kind : Kind.values()) {
        for (Manner manner : Manner.values()) {
          say("Round %d of %d: %s, %s".formatted(round, rounds, kind, manner));
          for (RunningServer server : asked(manner).toList()) {
            measure(workshop, server, kind, manner);
          }
        }
      }
    }
  }

  private void measure(Workshop workshop, RunningServer server, Kind kind, Manner manner)
      throws IOException {
    long before = server.cpuTicks();
    Load load = workshop.load(server, kind, manner, seconds);
    double cpuSeconds = CpuTime.seconds(server.cpuTicks() - before);
    figures(manner).add(server.contender(), kind, load.right() / cpuSeconds);
    print(
        "    %-10s %4.0f thousand a CPU-second; %d wrong, %d lost"
            .formatted(
                server.contender(), load.right() / cpuSeconds / 1000, load.wrong(), load.lost()));
  }

  private Figures figures(Manner manner) {
    return figures.computeIfAbsent(manner, absent -> new Figures());
  }

  private void write(Processors processors) throws IOException {
    facts.addFirst(
        "Zone: %d names with A and AAAA, %d delegations".formatted(names, BenchZone.DELEGATIONS));
    facts.addFirst(
        "Rounds: %d of %s s for each server and kind with %d queries in flight, after %s s of each to warm up, on %s"
            .formatted(rounds, seconds, inFlight, warmUp, LocalDate.now(ZoneOffset.UTC)));
    facts.add("Servers: " + String.join(", ", versions()));
    facts.add(processors.sentence());
    facts.addAll(Machine.facts());
    Files.createDirectories(into);
    Files.writeString(into.resolve("side-by-side.md"), Page.of(this::figures, facts));
    Files.writeString(into.resolve("side-by-side.svg"), Plot.of(figures(Manner.PLAIN)));
    say("Wrote %s and the plot beside it".formatted(into.resolve("side-by-side.md")));
  }

  private List<String> versions() {
    return servers.stream().flatMap(server -> server.contender().version().stream()).toList();
  }

  private void say(String sentence) {
    print("==> " + sentence);
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
