package io.zonewright.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the programs of other people: dig, kdig, drill, getent, ip, kubectl. */
public final class Tools {
  private static final Duration LONG = Duration.ofMinutes(1);

  /** Of the programs that are not in a package of their own name. */
  private static final Map<String, String> PACKAGES =
      Map.ofEntries(
          Map.entry("cc", "build-essential"),
          Map.entry("aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu and libc6-dev-arm64-cross"),
          Map.entry("x86_64-linux-gnu-gcc", "gcc-x86-64-linux-gnu and libc6-dev-amd64-cross"),
          Map.entry("dig", "bind9-dnsutils"),
          Map.entry("kdig", "knot-dnsutils"),
          Map.entry("drill", "ldnsutils"),
          Map.entry("knotd", "knot"),
          Map.entry("named", "bind9"),
          Map.entry("pdns_server", "pdns-backend-bind"),
          Map.entry("ip", "iproute2"),
          Map.entry("ss", "iproute2"),
          Map.entry("tc", "iproute2"),
          Map.entry("sysctl", "procps"),
          Map.entry("taskset", "util-linux"),
          Map.entry("nsenter", "util-linux"));

  private Tools() {}

  /**
   * What a run has left.
   *
   * @param status the exit status
   * @param output standard output and standard error
   */
  public record Result(int status, String output) {
    /** The lines that are neither empty nor a comment of dig. */
    public List<String> lines() {
      return output
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith(";"))
          .map(String::strip)
          .toList();
    }
  }

  /** The path of a program; absent, the test is skipped, or fails under {@code CI=true}. */
  public static Path require(String program) {
    return find(program).orElseThrow(() -> Requirement.missing(howToGet(program)));
  }

  /** One sentence: that the machine lacks a program, and what brings it. */
  public static String howToGet(String program) {
    return "No %s on this machine: install the Debian package %s."
        .formatted(program, PACKAGES.getOrDefault(program, program));
  }

  /** The path of a program that is named or given by its path, if the machine has it. */
  public static Optional<Path> find(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Pattern.compile(File.pathSeparator).splitAsStream(path),
            Stream.of("/usr/sbin", "/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder).resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs a program to its end. */
  public static Result run(String program, List<String> arguments) {
    return run(program, arguments, Map.of());
  }

  /** Runs a program to its end, with variables set on top of this JVM's own. */
  public static Result run(
      String program, List<String> arguments, Map<String, String> environment) {
    return run(require(program), arguments, environment);
  }

  /** Runs the program at a path to its end, with variables set on top of this JVM's own. */
  public static Result run(Path program, List<String> arguments, Map<String, String> environment) {
    List<String> command =
        Stream.concat(Stream.of(program.toString()), arguments.stream()).toList();
    String name = String.valueOf(program.getFileName());
    try {
      Path output = Files.createTempFile("zonewright-tool-", ".out");
      try (ChildProcess process = ChildProcess.start(name, output, command, environment)) {
        return new Result(process.awaitExit(LONG), process.log());
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The short answer of {@code dig}, sorted. */
  public static List<String> dig(Transport transport, int port, String name, String type) {
    return answers("dig", transport, port, name, type);
  }

  /** The short answer of {@code kdig}, sorted. */
  public static List<String> kdig(Transport transport, int port, String name, String type) {
    return answers("kdig", transport, port, name, type);
  }

  private static List<String> answers(
      String program, Transport transport, int port, String name, String type) {
    List<String> arguments =
        List.of(
            "@" + transport.host(),
            "-p",
            Integer.toString(port),
            transport.isTcp() ? "+tcp" : "+notcp",
            "+short",
            "+norecurse",
            name,
            type);
    return run(program, arguments).lines().stream().sorted().toList();
  }
}
