package io.zonewright.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the figures of a run depend on besides the servers. */
public final class Machine {
  private Machine() {}

  /** One fact a line. */
  public static List<String> facts() throws IOException {
    return List.of(
        "Processor: %s, %d of them for this run"
            .formatted(
                value(Path.of("/proc/cpuinfo"), "model name", "unknown"),
                Runtime.getRuntime().availableProcessors()),
        "System: %s, kernel %s"
            .formatted(
                value(Path.of("/etc/os-release"), "PRETTY_NAME", "unknown").replace("\"", ""),
                System.getProperty("os.version")),
        "Java: " + Runtime.version());
  }

  /** What stands behind a key and a colon or an equals sign, where it occurs first. */
  static String value(Path file, String key, String absent) throws IOException {
    if (!Files.exists(file)) {
      return absent;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.replaceFirst("[^:=]*[:=]\\s*", ""))
          .findFirst()
          .orElse(absent);
    }
  }
}
