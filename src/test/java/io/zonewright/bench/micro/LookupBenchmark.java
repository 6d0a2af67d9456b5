package io.zonewright.bench.micro;

import io.zonewright.bench.compare.Kind;
import io.zonewright.dns.DomainName;
import io.zonewright.dns.wire.NameBuffer;
import io.zonewright.zone.Lookup;
import io.zonewright.zone.Outcome;
import io.zonewright.zone.Zone;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xbill.DNS.Message;

/** Finding what a zone says of a name and type. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LookupBenchmark {
  @Param private Kind kind = Kind.HIT;

  @Param({"1000", "100000"})
  private int names;

  private final NameBuffer[] asked = new NameBuffer[AskedZone.QUERIES];
  private final int[] types = new int[AskedZone.QUERIES];
  private final Lookup result = new Lookup();
  private Zone zone = Zone.empty(AskedZone.APEX);
  private int next;

  /** Loads the zone. */
  @Setup
  public void load() throws IOException {
    zone = AskedZone.of(names);
    List<Message> queries = AskedZone.queries(kind, names);
    for (int i = 0; i < asked.length; i++) {
      asked[i] = new NameBuffer();
      asked[i].set(DomainName.parse(queries.get(i).getQuestion().getName().toString()));
      types[i] = queries.get(i).getQuestion().getType();
    }
  }

  /** One lookup. */
  @Benchmark
  public Outcome lookup() {
    int i = next++ & AskedZone.QUERIES - 1;
    zone.lookup(asked[i], types[i], result);
    return result.outcome();
  }
}
