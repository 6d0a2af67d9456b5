package io.zonewright.bench;

import io.zonewright.testing.OperatorProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a replica takes from its start until it is ready, beside a plain list of the same record
 * sets by the client of Kubernetes in a process of its own; and what lives in its heap then. Run by
 * hand (see docs/benchmarks) against {@link ManyInCluster}; quote the ratios, not the times.
 *
 * <p>Arguments: kubeconfig, rounds, options of the Java machine of the replica. The jar is that of
 * the property {@code zonewright.jar}.
 */
public final class StartBesideList {
  private static final String HEAP = "-Xmx3g";
  private static final Pattern LISTED = Pattern.compile("(\\d+) (\\d+)");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  private final Path kubeconfig;
  private final List<String> javaOptions;
  private final double[] lists;
  private final double[] processes;
  private final double[] starts;

  private StartBesideList(Path kubeconfig, int rounds, List<String> javaOptions) {
    this.kubeconfig = kubeconfig;
    this.javaOptions = javaOptions;
    this.lists = new double[rounds];
    this.processes = new double[rounds];
    this.starts = new double[rounds];
  }

  /** Measures and prints a line for each round, then medians and their ratios. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[1]);
    StartBesideList run =
        new StartBesideList(Path.of(args[0]), rounds, List.of(args).subList(2, args.length));
    for (int round = 0; round < rounds; round++) {
      run.list(round);
      run.start(round);
    }
    double list = median(run.lists);
    double process = median(run.processes);
    double start = median(run.starts);
    System.out.printf(
        "medians: list %.0f ms (its process %.0f ms), replica ready %.0f ms:"
            + " %.2f of the list, %.2f of its process%n",
        list, process, start, start / list, start / process);
  }

  private void list(int round) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-cp",
            System.getProperty("java.class.path"),
            PlainList.class.getName(),
            kubeconfig.toString());
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int status = process.waitFor();
    processes[round] = millisSince(begin);
    Matcher figures = LISTED.matcher(output);
    if (status != 0 || !figures.matches()) {
      throw new IllegalStateException("the list ended with status " + status + ": " + output);
    }
    lists[round] = Double.parseDouble(figures.group(2));
    System.out.printf(
        "list of %s: %.0f ms (its process %.0f ms)%n",
        figures.group(1), lists[round], processes[round]);
  }

  private void start(int round) throws IOException, InterruptedException {
    OperatorProcess.Builder builder = OperatorProcess.with(kubeconfig).javaOption(HEAP);
    javaOptions.forEach(builder::javaOption);
    long begin = System.nanoTime();
    try (OperatorProcess replica = builder.startUnready()) {
      while (replica.status("/q/health/ready") != 200) {
        if (!replica.isAlive()) {
          throw new IllegalStateException(replica.log());
        }
        Thread.sleep(50);
      }
      starts[round] = millisSince(begin);
      System.out.printf(
          "replica ready: %.0f ms; %.0f MB live in its heap%n",
          starts[round], liveBytes(replica.pid()) / 1e6);
    }
  }

  private static double liveBytes(long pid) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    List<String> command = new ArrayList<>(List.of(jcmd.toString()));
    command.addAll(List.of(Long.toString(pid), "GC.class_histogram"));
    Process process = new ProcessBuilder(command).start();
    String histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher total = TOTAL.matcher(histogram);
    return total.find() ? Double.parseDouble(total.group(1)) : Double.NaN;
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
