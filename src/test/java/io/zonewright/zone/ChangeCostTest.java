package io.zonewright.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What one change costs in zones of a thousand, a hundred thousand and a million names, in bytes
 * allocated: that does not depend on how fast the machine is. Times are only printed.
 */
class ChangeCostTest {
  private static final int EDITS = 2_000;
  private static final DomainName APEX = DomainName.parse("example.com");

  @Test
  void theCostOfOneChangeDoesNotGrowWithTheZone() {
    Cost small = measure(1_000);
    Cost middle = measure(100_000);
    Cost large = measure(1_000_000);

    // A thousand times the names make the trie about twice as deep.
    assertThat(middle.bytes()).isLessThan(3 * small.bytes());
    assertThat(large.bytes()).isLessThan(3 * small.bytes());
  }

  @Test
  void anotherSerialCostsTheSameInAnyZone() {
    Zone small = load(1_000);
    Zone large = load(100_000);

    assertThat(serialChange(large)).isEqualTo(serialChange(small));
  }

  private static long serialChange(Zone zone) {
    zone.withSerial(new Serial(7));
    return AllocatedBytes.during(() -> zone.withSerial(new Serial(8)));
  }

  private record Cost(long bytes, long nanos) {}

  private static Cost measure(int names) {
    long start = System.nanoTime();
    Zone zone = load(names);
    long loaded = System.nanoTime() - start;
    edit(zone, names);
    Cost cost = edit(zone, names);
    System.out.printf(
        "%,9d names: loaded in %,d ms; median change %,d ns, %,d bytes%n",
        names, loaded / 1_000_000, cost.nanos(), cost.bytes());
    return cost;
  }

  /**
   * Each edit is one address changed and one name that comes and goes, as versions of their own.
   */
  private static Cost edit(Zone start, int names) {
    long[] bytes = new long[EDITS];
    long[] nanos = new long[EDITS];
    Zone[] zone = {start};
    for (int i = 0; i < EDITS; i++) {
      DomainName owner = host((int) (i * 7919L % names));
      DomainName fresh = APEX.prepend(DomainName.parse("fresh" + i));
      RRset addresses = address(i);
      long before = System.nanoTime();
      bytes[i] =
          AllocatedBytes.during(
              () -> {
                zone[0] = zone[0].edit().put(owner, addresses).commit();
                zone[0] = zone[0].edit().put(fresh, addresses).commit();
                zone[0] = zone[0].edit().remove(fresh, RRType.A).commit();
              });
      nanos[i] = System.nanoTime() - before;
    }
    return new Cost(median(bytes) / 3, median(nanos) / 3);
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static Zone load(int names) {
    ZoneEditor editor = ZoneData.put(Zone.empty(APEX).edit(), ZoneData.APEX_LINES);
    for (int i = 0; i < names; i++) {
      editor.put(host(i), address(i));
    }
    Zone zone = editor.commit();
    assertThat(zone.nodeCount()).isGreaterThanOrEqualTo(names);
    return zone;
  }

  private static DomainName host(int number) {
    return APEX.prepend(DomainName.parse("host" + number * 2654435761L % 1_000_000_007));
  }

  private static RRset address(int number) {
    byte[] octets = ByteBuffer.allocate(4).putInt(0x0a000000 + number).array();
    return RRset.of(RRType.A, ZoneData.TTL, List.of(octets));
  }
}
