package io.zonewright.bench.compare;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.FreePort;
import io.zonewright.testing.PeerProgram;
import io.zonewright.testing.Tools;
import io.zonewright.testing.ZonewrightProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with the zone, the queries and our C programs, from which servers are started. */
final class Workshop {
  private static final Path SOURCES = Path.of("src", "dev", "bench");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Processors processors;
  private final int inFlight;

  Workshop(Path folder, Processors processors, int inFlight) {
    this.folder = folder.toAbsolutePath();
    this.processors = processors;
    this.inFlight = inFlight;
  }

  /** Writes the zone and the queries, and compiles the programs. */
  void furnish(BenchZone zone) throws IOException {
    Files.createDirectories(folder);
    zone.write(zoneFile());
    for (Manner manner : Manner.values()) {
      for (Kind kind : Kind.values()) {
        zone.writeQueries(kind, manner, queries(kind, manner));
      }
    }
    compile("load");
    compile("echo");
  }

  private Path zoneFile() {
    return folder.resolve(BenchZone.APEX + "zone");
  }

  private Path queries(Kind kind, Manner manner) {
    return folder.resolve("%s.%s.queries".formatted(kind, manner.name().toLowerCase(Locale.ROOT)));
  }

  private void compile(String program) {
    Path compiler = Tools.find("cc").orElseThrow(() -> new BenchFailure(Tools.howToGet("cc")));
    String source = SOURCES.resolve(program + ".c").toString();
    String executable = folder.resolve(program).toString();
    run(compiler, List.of("-O2", "-Wall", "-Wextra", "-Werror", "-o", executable, source));
  }

  /** Why a server cannot take part; empty if it can. */
  String obstacle(Contender contender) {
    PeerProgram peer = contender.peer();
    return peer == null || Tools.find(peer.program()).isPresent() ? "" : peer.howToGet();
  }

  /**
   * Starts a server and waits until it answers; what it needs and says is in a folder of its own.
   */
  RunningServer start(Contender contender) throws IOException {
    Path own = folder.resolve(contender.name());
    delete(own);
    Files.createDirectories(own);
    int port = FreePort.dns();
    List<String> command = new ArrayList<>(processors.server());
    command.addAll(command(contender, own, port));
    Path log = own.resolve("log");
    ChildProcess process = ChildProcess.start(contender.toString(), log, command, Map.of());
    return RunningServer.awaited(contender, process, port, PATIENCE);
  }

  private List<String> command(Contender contender, Path own, int port) throws IOException {
    PeerProgram peer = contender.peer();
    if (peer != null) {
      Files.createSymbolicLink(own.resolve(zoneFile().getFileName()), zoneFile());
      Path configuration = own.resolve("configuration");
      String wanted = peer.configuration(own, port, List.of(BenchZone.APEX));
      Files.writeString(configuration, wanted + peer.minimalResponses());
      return peer.command(Tools.find(peer.program()).orElseThrow(), configuration, port);
    }
    return contender == Contender.ECHO ? echo(port) : zonewright(port);
  }

  private List<String> echo(int port) {
    String program = folder.resolve("echo").toString();
    return List.of(program, Integer.toString(port), "127.0.0.1", "::1");
  }

  private List<String> zonewright(int port) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        ZonewrightProcess.jvmOptions(),
        "-jar",
        ZonewrightProcess.jar().toString(),
        "serve",
        "--zone-file",
        BenchZone.APEX + "=" + zoneFile(),
        "--listen",
        "127.0.0.1:" + port,
        "--listen",
        "[::1]:" + port,
        "--workers",
        "1");
  }

  /** Asks a server for some time. */
  Load load(RunningServer server, Kind kind, Manner manner, double seconds) {
    int rcode = server.contender() == Contender.ECHO ? 0 : kind.rcode();
    List<String> command = new ArrayList<>(processors.load());
    command.add(folder.resolve("load").toString());
    command.addAll(List.of(manner.transport().host(), Integer.toString(server.port())));
    command.add(queries(kind, manner).toString());
    command.addAll(List.of(Integer.toString(rcode), Double.toString(seconds)));
    command.add(Integer.toString(inFlight));
    Path program = Path.of(command.removeFirst());
    return Load.of(run(program, command));
  }

  private static String run(Path program, List<String> arguments) {
    Tools.Result result = Tools.run(program, arguments, Map.of());
    if (result.status() != 0) {
      throw new BenchFailure(program + " failed: " + result.output().strip());
    }
    return result.output();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
