package io.zonewright.bench.micro;

import io.zonewright.bench.SampleWorld;
import io.zonewright.zone.catalog.ZoneCatalog;
import io.zonewright.zone.compile.CatalogCompiler;
import io.zonewright.zone.compile.RecordSetCompiler;
import io.zonewright.zone.compile.RecordSetSource;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From descriptions to what is served. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CompileBenchmark {
  private static final int TTL = 3600;
  private static final int NAMES = 1_000;

  private final RecordSetSource[] sources =
      IntStream.range(0, AskedZone.QUERIES)
          .mapToObj(i -> SampleWorld.recordSet(i, 1))
          .toArray(RecordSetSource[]::new);
  private int next;

  /** One record set of A and AAAA, by itself. */
  @Benchmark
  public RecordSetCompiler.Result recordSet() {
    RecordSetSource source = sources[next++ & AskedZone.QUERIES - 1];
    return RecordSetCompiler.compile(source, AskedZone.APEX, TTL);
  }

  /** A zone of a thousand of them, conflicts judged, published. */
  @Benchmark
  public CatalogCompiler zoneOfThousand() {
    return SampleWorld.loaded(new ZoneCatalog(), NAMES);
  }
}
