package io.zonewright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged Zonewright, run as users run it: {@code java @jvm.options -jar quarkus-run.jar
 * ARGUMENTS}.
 */
public final class ZonewrightProcess {
  private static final String MAIN_CLASS = "io.quarkus.bootstrap.runner.AotQuarkusEntryPoint";

  private ZonewrightProcess() {}

  /** Starts it with the arguments; its log goes to a temporary file. */
  public static ChildProcess start(List<String> arguments) {
    return start(List.of(), arguments, Map.of());
  }

  /**
   * Starts it.
   *
   * @param javaOptions options of the JVM
   * @param arguments arguments of Zonewright
   * @param environment variables set on top of this JVM's own
   */
  public static ChildProcess start(
      List<String> javaOptions, List<String> arguments, Map<String, String> environment) {
    return ChildProcess.start("zonewright", newLog(), command(javaOptions, arguments), environment);
  }

  /** Starts it with the arguments in a network namespace. */
  public static ChildProcess startIn(NetworkNamespace namespace, List<String> arguments) {
    return namespace.start("zonewright", newLog(), command(List.of(), arguments));
  }

  /** Starts its main class with the jar on the class path, so that the manifest grants nothing. */
  public static ChildProcess startWithoutGrants(List<String> javaOptions, List<String> arguments) {
    List<String> main = List.of("-cp", jar().toString(), MAIN_CLASS);
    List<String> command = command(javaOptions, main, arguments);
    return ChildProcess.start("zonewright", newLog(), command, Map.of());
  }

  private static List<String> command(List<String> javaOptions, List<String> arguments) {
    return command(javaOptions, List.of("-jar", jar().toString()), arguments);
  }

  private static List<String> command(
      List<String> javaOptions, List<String> main, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(java(), jvmOptions(), "-Xmx1g"));
    command.addAll(javaOptions);
    command.addAll(main);
    command.addAll(arguments);
    return command;
  }

  /** Runs it to its end, as for {@code check}. */
  public static Result run(List<String> arguments) {
    try (ChildProcess process = start(arguments)) {
      return new Result(process.awaitExit(Duration.ofMinutes(1)), process.log());
    }
  }

  /**
   * What a run has left.
   *
   * @param status the exit status
   * @param output standard output and standard error
   */
  public record Result(int status, String output) {}

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The argument of {@code java} for the options that lie beside the jar. */
  public static String jvmOptions() {
    return "@" + jar().resolveSibling("jvm.options");
  }

  /** The packaged jar: failsafe names it; in an IDE it is where a plain build puts it. */
  public static Path jar() {
    Path jar =
        Path.of(System.getProperty("zonewright.jar", "target/quarkus-app/quarkus-run.jar"))
            .toAbsolutePath();
    if (!Files.exists(jar)) {
      throw Requirement.missing("No %s to test: run `make build`.".formatted(jar));
    }
    return jar;
  }

  private static Path newLog() {
    try {
      Path log = Files.createTempFile("zonewright-", ".log");
      log.toFile().deleteOnExit();
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
