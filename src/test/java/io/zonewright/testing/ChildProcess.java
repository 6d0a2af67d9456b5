package io.zonewright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process that a test started: its output goes to a file, and it ends with this JVM at the
 * latest.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final String name;
  private final Path logFile;
  private final Process process;
  private final Thread lastResort;

  private ChildProcess(String name, Path logFile, Process process) {
    this.name = name;
    this.logFile = logFile;
    this.process = process;
    this.lastResort = new Thread(process::destroyForcibly, "end " + name);
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /**
   * Starts a process.
   *
   * @param name what messages call it
   * @param logFile where its output is appended
   * @param command program and arguments
   * @param environment variables set on top of this JVM's own
   */
  public static ChildProcess start(
      String name, Path logFile, List<String> command, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
    builder.environment().putAll(environment);
    try {
      return new ChildProcess(name, logFile, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /** Waits until the condition holds; fails with the end of the log if the process ends first. */
  public void awaitReady(BooleanSupplier ready, Duration atMost) {
    Eventually.within(atMost)
        .describedBy(() -> name + " is not ready; its log ends with:\n" + logTail(60))
        .until(() -> isReadyOrDead(ready));
  }

  private boolean isReadyOrDead(BooleanSupplier ready) {
    if (!process.isAlive()) {
      throw new Eventually.Hopeless(
          "%s ended with status %d; its log ends with:%n%s"
              .formatted(name, process.exitValue(), logTail(60)));
    }
    return ready.getAsBoolean();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** Everything it has written so far. */
  public String log() {
    try {
      return Files.exists(logFile)
          ? new String(Files.readAllBytes(logFile), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines of its log. */
  public String logTail(int lines) {
    List<String> all = log().lines().toList();
    return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
  }

  /** Asks it to end (SIGTERM), waits, and returns its exit status. */
  public int stop() {
    process.destroy();
    return awaitExit(GRACE);
  }

  /** Ends it at once (SIGKILL), as a crash would. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(GRACE);
  }

  /** Waits until it ends by itself and returns its exit status. */
  public int awaitExit(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            "%s did not end within %s; its log ends with:%n%s"
                .formatted(name, atMost, logTail(60)));
      }
      forget();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs already; it finds the process gone.
    }
  }

  /** Ends it if it still runs. */
  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }
}
