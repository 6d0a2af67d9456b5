package io.zonewright.zone.compile.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.zonewright.zone.Zone;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a large zone file takes while it is read, and what stays of it, both by the RRset. */
class ZoneFileCostTest {
  private static final int NAMES = 50_000;
  private static final int RRSETS = 2 * NAMES;

  /** Names of 25 octets, with an A and an AAAA record each. */
  private static final int MOST_KEPT = 160;

  private static final int MOST_ALLOCATED = 800;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void write() {
    StringBuilder text = new StringBuilder(ZoneFiles.HEAD);
    for (int i = 0; i < NAMES; i++) {
      String name = "host" + (100_000 + i);
      text.append(name).append(" A 10.1.").append(i >> 8 & 0xff).append('.').append(i & 0xff);
      text.append('\n').append(name).append(" AAAA 2001:db8::").append(Integer.toHexString(i));
      text.append('\n');
    }
    file = ZoneFiles.write(directory, "contoso.zone", text.toString());
  }

  @Test
  void readingAllocatesLittleByTheRecord() {
    load();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    load();
    long allocated = (THREADS.getCurrentThreadAllocatedBytes() - before) / RRSETS;
    assertThat(allocated).as("octets allocated by the record").isLessThan(MOST_ALLOCATED);
  }

  @Test
  void aZoneTakesLittleMemoryByTheRRset() {
    long before = used();
    Zone zone = load();
    long kept = (used() - before) / RRSETS;
    assertThat(zone.rrsetCount()).isEqualTo(RRSETS + 2);
    assertThat(kept).as("octets kept by the RRset").isLessThan(MOST_KEPT);
  }

  private Zone load() {
    ZoneFileReader.Result result = ZoneFileReader.read(file, ZoneFiles.APEX);
    assertThat(result).isInstanceOf(ZoneFileReader.Result.Loaded.class);
    return ((ZoneFileReader.Result.Loaded) result).zone();
  }

  private static long used() {
    MEMORY.gc();
    return MEMORY.getHeapMemoryUsage().getUsed();
  }
}
