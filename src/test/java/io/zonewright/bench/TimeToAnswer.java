package io.zonewright.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How long it takes from the start of a process until it answers, for several commands in turn:
 * medians, and their ratios to the first.
 */
public final class TimeToAnswer {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<String> command;
  private final List<Double> elapsed = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();

  private TimeToAnswer(List<String> command) {
    this.command = command;
  }

  /**
   * Prints one line for each command.
   *
   * @param args rounds, port on 127.0.0.1, a name with an A record, and then commands, each after a
   *     {@code --}
   */
  public static void main(String[] args) throws Exception {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(args[1]));
    List<TimeToAnswer> candidates = commands(args).stream().map(TimeToAnswer::new).toList();
    for (TimeToAnswer candidate : candidates) { // files into the cache of the system
      candidate.run(server, query(args[2]));
      candidate.elapsed.clear();
      candidate.processor.clear();
    }
    for (int round = 0; round < Integer.parseInt(args[0]); round++) {
      for (TimeToAnswer candidate : candidates) {
        candidate.run(server, query(args[2]));
      }
    }
    candidates.forEach(candidate -> candidate.print(candidates.getFirst()));
  }

  private static List<List<String>> commands(String[] args) {
    List<List<String>> commands = new ArrayList<>();
    for (String arg : Arrays.asList(args).subList(3, args.length)) {
      if (arg.equals("--")) {
        commands.add(new ArrayList<>());
      } else {
        commands.getLast().add(arg);
      }
    }
    return commands;
  }

  private static ByteBuffer query(String name) {
    ByteBuffer query = ByteBuffer.allocate(512).putInt(0x1234_0000).putInt(0x0001_0000).putInt(0);
    for (String label : name.split("\\.", -1)) {
      query.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
    }
    return query.put((byte) 0).putShort((short) 1).putShort((short) 1).flip();
  }

  private void run(InetSocketAddress server, ByteBuffer query) throws Exception {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      awaitAnswer(process, server, query, start + PATIENCE.toNanos());
      elapsed.add((System.nanoTime() - start) / 1e6);
      processor.add(process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private void awaitAnswer(
      Process process, InetSocketAddress server, ByteBuffer query, long deadline)
      throws IOException {
    try (DatagramChannel channel = DatagramChannel.open()) {
      channel.configureBlocking(false);
      ByteBuffer answer = ByteBuffer.allocate(512);
      while (!isPositive(answer)) {
        if (!process.isAlive() || System.nanoTime() - deadline >= 0) {
          throw new IllegalStateException("no answer from " + command);
        }
        channel.send(query.rewind(), server);
        LockSupport.parkNanos(1_000_000);
        channel.receive(answer.clear());
      }
    }
  }

  /** NOERROR with something in the answer section. */
  private static boolean isPositive(ByteBuffer message) {
    return message.position() > 12 && (message.get(3) & 0xf) == 0 && message.getShort(6) > 0;
  }

  private void print(TimeToAnswer first) {
    System.out.printf(
        "elapsed %6.0f ms (%.2f)  processor %6.0f ms (%.2f)  %s%n",
        median(elapsed),
        median(elapsed) / median(first.elapsed),
        median(processor),
        median(processor) / median(first.processor),
        String.join(" ", command));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
