package io.zonewright.bench.compare;

import io.zonewright.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which processor is for servers and which for the load.
 *
 * @param server what stands before the command of a server
 * @param load what stands before the command of the load
 * @param sentence what came of it
 */
record Processors(List<String> server, List<String> load, String sentence) {
  /** The first two on which this process may run. */
  static Processors choose() throws IOException {
    List<Integer> allowed = allowed();
    Optional<Path> taskset = Tools.find("taskset");
    if (taskset.isEmpty()) {
      return shared(Tools.howToGet("taskset"));
    }
    if (allowed.size() < 2) {
      return shared("There is one processor.");
    }
    return new Processors(
        pinned(taskset.get(), allowed.get(0)),
        pinned(taskset.get(), allowed.get(1)),
        "Servers run on processor %d, the load on %d.".formatted(allowed.get(0), allowed.get(1)));
  }

  private static Processors shared(String why) {
    return new Processors(
        List.of(), List.of(), why + " Servers and load share the processors: mind the noise.");
  }

  private static List<String> pinned(Path taskset, int processor) {
    return List.of(taskset.toString(), "-c", Integer.toString(processor));
  }

  private static List<Integer> allowed() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      String list =
          lines.filter(line -> line.startsWith("Cpus_allowed_list:")).findFirst().orElseThrow();
      return numbers(list.substring(list.indexOf(':') + 1).strip());
    }
  }

  /** Those of a list such as {@code 0,2-3}. */
  static List<Integer> numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    for (String range : list.split(",", -1)) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      int last = Integer.parseInt(range.substring(dash + 1));
      IntStream.rangeClosed(first, last).forEach(numbers::add);
    }
    return numbers;
  }
}
