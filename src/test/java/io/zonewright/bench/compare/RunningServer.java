package io.zonewright.bench.compare;

import io.zonewright.testing.ChildProcess;
import io.zonewright.testing.DnsClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.xbill.DNS.Message;

/** A server that has answered a query of each kind and manner as it should. */
final class RunningServer implements AutoCloseable {
  private final Contender contender;
  private final ChildProcess process;
  private final int port;
  private final List<ProcessHandle> family;
  private final Thread lastResort = new Thread(this::endFamily);

  private RunningServer(
      Contender contender, ChildProcess process, int port, List<ProcessHandle> family) {
    this.contender = contender;
    this.process = process;
    this.port = port;
    this.family = family;
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** Waits until it answers; what fails to is ended, and thrown with the end of its log. */
  static RunningServer awaited(
      Contender contender, ChildProcess process, int port, Duration patience) {
    try {
      process.awaitReady(() -> answers(contender, process, port), patience);
      ProcessHandle first = ProcessHandle.of(process.pid()).orElseThrow();
      List<ProcessHandle> family = Stream.concat(Stream.of(first), first.descendants()).toList();
      return new RunningServer(contender, process, port, family);
    } catch (RuntimeException | AssertionError e) {
      process.close();
      throw new BenchFailure(String.valueOf(e.getMessage()));
    }
  }

  private static boolean answers(Contender contender, ChildProcess process, int port) {
    return contender == Contender.ECHO
        ? process.log().contains("ready")
        : Stream.of(Manner.values())
            .filter(manner -> manner.concerns(contender))
            .allMatch(
                manner -> Stream.of(Kind.values()).allMatch(kind -> answers(kind, manner, port)));
  }

  private static boolean answers(Kind kind, Manner manner, int port) {
    try {
      Message query = manner.put(kind.query(1, new SplittableRandom()));
      Message response = DnsClient.of(port).over(manner.transport()).send(query);
      return kind.isAnsweredBy(response) && manner.isMetBy(response);
    } catch (IOException e) {
      return false;
    }
  }

  Contender contender() {
    return contender;
  }

  int port() {
    return port;
  }

  /** Itself and the processes that it has started. */
  List<Long> pids() {
    return family.stream().map(ProcessHandle::pid).toList();
  }

  long cpuTicks() throws IOException {
    return CpuTime.ticks(family);
  }

  private void endFamily() {
    family.forEach(ProcessHandle::destroy);
  }

  @Override
  public void close() {
    endFamily();
    process.close();
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
