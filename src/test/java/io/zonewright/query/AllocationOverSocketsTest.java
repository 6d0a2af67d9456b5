package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.zonewright.server.DnsServer;
import io.zonewright.server.linux.NativeSockets;
import io.zonewright.testing.Requirement;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a worker allocates for a million queries of all kinds, by UDP over both families. */
@Timeout(300)
class AllocationOverSocketsTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int BURST = 50;
  private static final int WARM_UP_ROUNDS = 400;
  private static final int MOST_WARM_UPS = 20;
  private static final int ROUNDS = 2_000;
  private static final int FAMILIES = 2;

  /** What the JVM may use on the thread when it replaces code by better code. */
  private static final long NEARLY_NOTHING = 10_000;

  private static final List<Ask> KINDS =
      List.of(
          Ask.of("www.example.", "AAAA"),
          Ask.of("nowhere.example.", "A"),
          Ask.of("host.cut.example.", "A"),
          Ask.of("x.w.example.", "A"),
          Ask.of("example.", "MX"));

  private final Responder responder =
      Responder.servingZone(
          "example.",
          "www A 192.0.2.1",
          "www AAAA 2001:db8::1",
          "@ MX 10 www",
          "*.w A 192.0.2.2",
          "cut NS ns.cut",
          "ns.cut A 192.0.2.3",
          "ns.cut AAAA 2001:db8::3");

  @Test
  void aWorkerAllocatesNothingForAMillionQueries() throws IOException {
    if (NativeSockets.obstacle() != null) {
      throw Requirement.missing(NativeSockets.obstacle());
    }
    DnsServer server = LoopbackServer.start(responder.handlers());
    try {
      List<InetSocketAddress> addresses = server.boundAddresses();
      assertThat(addresses).hasSize(FAMILIES);
      long worker = worker();
      warmUp(worker, addresses);
      long idle = THREADS.getThreadCpuTime(worker);
      long before = THREADS.getThreadAllocatedBytes(worker);

      int queries = ask(addresses, ROUNDS);

      assertThat(queries).isEqualTo(1_000_000);
      assertThat(THREADS.getThreadAllocatedBytes(worker) - before).isLessThan(NEARLY_NOTHING);
      assertThat(THREADS.getThreadCpuTime(worker)).as("it was this thread").isGreaterThan(idle);
    } finally {
      server.close();
    }
  }

  /** Until nothing is allocated: on a busy machine the compiler takes its time. */
  private static void warmUp(long worker, List<InetSocketAddress> addresses) throws IOException {
    long allocated = NEARLY_NOTHING;
    for (int i = 0; i < MOST_WARM_UPS && allocated >= NEARLY_NOTHING; i++) {
      long before = THREADS.getThreadAllocatedBytes(worker);
      ask(addresses, WARM_UP_ROUNDS);
      allocated = THREADS.getThreadAllocatedBytes(worker) - before;
    }
  }

  private static long worker() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("zonewright-udp-"))
        .mapToLong(Thread::threadId)
        .max()
        .orElseThrow();
  }

  private static int ask(List<InetSocketAddress> addresses, int rounds) throws IOException {
    int queries = 0;
    for (InetSocketAddress address : addresses) {
      try (DatagramChannel client = DatagramChannel.open().connect(address)) {
        client.configureBlocking(false);
        for (int round = 0; round < rounds; round++) {
          for (Ask kind : KINDS) {
            queries += burst(client, kind);
          }
        }
      }
    }
    return queries;
  }

  private static int burst(DatagramChannel client, Ask question) throws IOException {
    ByteBuffer packet = ByteBuffer.allocateDirect(512).put(question.toPacket()).flip();
    for (int i = 0; i < BURST; i++) {
      client.write(packet.rewind());
    }
    ByteBuffer response = ByteBuffer.allocateDirect(512);
    long start = System.nanoTime();
    int answered = 0;
    while (answered < BURST) {
      answered += client.read(response.clear()) > 0 ? 1 : 0;
      if (System.nanoTime() - start > Duration.ofSeconds(30).toNanos()) {
        throw new AssertionError(answered + " of " + BURST + " answers after half a minute");
      }
    }
    return answered;
  }
}
