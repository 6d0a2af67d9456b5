package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 5_000;
  private static final int MEASURED = 2_000;
  private static final int ROUNDS = 5;

  private final QueryEngine engine = new QueryEngine(catalog(), QuerySettings.defaults());
  private final ByteBuffer out = ByteBuffer.allocateDirect(65_535);

  private static ZoneCatalog catalog() {
    ZoneCatalog catalog = new ZoneCatalog();
    catalog.publish(current -> current.with(ZoneText.zone("child.example.")));
    catalog.publish(
        current ->
            current.with(
                ZoneText.zone(
                    "example.",
                    "www A 192.0.2.1",
                    "alias CNAME www",
                    "*.w A 192.0.2.2",
                    "old DNAME new",
                    "into CNAME host.child",
                    "m MX 10 www",
                    "cut NS ns.cut",
                    "ns.cut A 192.0.2.3",
                    "ns.cut AAAA 2001:db8::3")));
    return catalog;
  }

  @Test
  void hitAllocatesNothing() {
    assertAllocatesNothing("www.example.", "A");
  }

  @Test
  void nxdomainAllocatesNothing() {
    assertAllocatesNothing("nowhere.example.", "A");
  }

  @Test
  void nodataAllocatesNothing() {
    assertAllocatesNothing("www.example.", "MX");
  }

  @Test
  void referralAllocatesNothing() {
    assertAllocatesNothing("host.cut.example.", "A");
  }

  @Test
  void wildcardAllocatesNothing() {
    assertAllocatesNothing("x.y.w.example.", "A");
  }

  @Test
  void mailExchangerAllocatesNothing() {
    assertAllocatesNothing("m.example.", "MX");
  }

  @Test
  void aliasesAllocateNothing() {
    assertAllocatesNothing("alias.example.", "A");
    assertAllocatesNothing("x.old.example.", "A");
    assertAllocatesNothing("into.example.", "A");
  }

  @Test
  void dsAtTheApexOfAChildAllocatesNothing() {
    assertAllocatesNothing("child.example.", "DS");
  }

  @Test
  void refusalAllocatesNothing() {
    assertAllocatesNothing("elsewhere.", "A");
  }

  private void assertAllocatesNothing(String name, String type) {
    byte[] octets = Ask.of(name, type).edns(1232).nsid().toPacket();
    ByteBuffer query = ByteBuffer.allocateDirect(512).put(octets).flip();
    run(query, WARM_UP);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > 0; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      run(query, MEASURED);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).as("octets allocated by %d queries", MEASURED).isZero();
  }

  private void run(ByteBuffer query, int times) {
    for (int i = 0; i < times; i++) {
      assertThatLength(engine.answer(query, out, false));
    }
  }

  private static void assertThatLength(int length) {
    if (length <= 0) {
      throw new AssertionError("no answer");
    }
  }
}
