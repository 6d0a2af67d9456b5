package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.RecordSets.recordSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one changed record set costs does not grow with its zone. Bytes, since time is noise. */
class CostTest {
  private static final int ROUNDS = 200;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void oneChangeInAZoneOfHundredThousandCostsLittleMoreThanInOneOfAThousand() {
    long small = bytesPerChange(loaded(1_000));
    long large = bytesPerChange(loaded(100_000));

    // The path of the persistent tree grows with the logarithm of the number of names.
    assertThat(large).isLessThan(2 * small + 4096);
  }

  /** In time, since what it would cost is not allocated; beside the same zone in the same run. */
  @Test
  void aZoneThatCameAtOnceIsChangedAsFastAsOneThatGrew() {
    World atOnce = loaded(100_000);
    World grown = loaded(1);
    recordSets(100_000).forEach(grown.compiler::putRecordSet);

    long[] fastest = {Long.MAX_VALUE, Long.MAX_VALUE};
    for (int round = 1; round <= 15; round++) {
      fastest[0] = Math.min(fastest[0], nanosOfChanges(atOnce, round));
      fastest[1] = Math.min(fastest[1], nanosOfChanges(grown, round));
    }

    assertThat(fastest[0]).isLessThan(3 * fastest[1]);
  }

  private static long nanosOfChanges(World world, int generation) {
    long start = System.nanoTime();
    change(world, generation);
    return System.nanoTime() - start;
  }

  @Test
  void aDelegationBesideDoesNotMakeChangesDearer() {
    World plain = loaded(1_000);
    World delegating = loaded(1_000);
    delegating.put(recordSet("cut", 1).ns("sub", "ns.example."));

    assertThat(bytesPerChange(delegating)).isLessThan(2 * bytesPerChange(plain) + 4096);
  }

  @Test
  void aZoneBelowCostsWhatLiesBelowItsNameAndNoMore() {
    long small = bytesPerZone(loaded(1_000));
    long large = bytesPerZone(loaded(100_000));

    assertThat(large).isLessThan(2 * small + 4096);
  }

  private static long bytesPerZone(World world) {
    comeAndGo(world);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    comeAndGo(world);
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
  }

  private static void comeAndGo(World world) {
    for (int i = 0; i < ROUNDS; i++) {
      world.put(Zones.zone("below", 200).named("host-" + i + ".contoso.com"));
      assertThat(world.reason("r" + i)).isEqualTo(Reason.BELOW_DELEGATION);
      world.compiler.removeZone(new SourceId("default", "below"));
      assertThat(world.reason("r" + i)).isNull();
    }
  }

  private static World loaded(int size) {
    World world = new World();
    world.compiler.load(List.of(Zones.contoso()), recordSets(size));
    assertThat(world.zoneVerdict(Zones.CONTOSO).counts().programmed()).isEqualTo(size);
    return world;
  }

  private static List<RecordSetInput> recordSets(int size) {
    List<RecordSetInput> recordSets = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      recordSets.add(recordSet("r" + i, i % 100).a("host-" + i, "192.0.2." + i % 250));
    }
    return recordSets;
  }

  private static long bytesPerChange(World world) {
    change(world, 1);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    change(world, 2);
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
  }

  private static void change(World world, int generation) {
    for (int i = 0; i < ROUNDS; i++) {
      world.put(
          recordSet("r" + i, i % 100)
              .generation(generation)
              .a("host-" + i, "198.51.100." + generation));
    }
    assertThat(world.addressesAt("host-7")).containsExactly("198.51.100." + generation);
  }
}
