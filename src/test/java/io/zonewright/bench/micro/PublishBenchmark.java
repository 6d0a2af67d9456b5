package io.zonewright.bench.micro;

import io.zonewright.bench.SampleWorld;
import io.zonewright.zone.catalog.ZoneCatalog;
import io.zonewright.zone.compile.CatalogCompiler;
import io.zonewright.zone.compile.CatalogCompiler.Changes;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
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

/** One changed record set of a zone: compiled, judged, published. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PublishBenchmark {
  private static final int CHANGED = 512;

  @Param({"1000", "100000", "1000000"})
  private int names;

  /** The same record sets in two generations, so that each put is a change. */
  private final RecordSetInput[] changes = new RecordSetInput[2 * CHANGED];

  private CatalogCompiler compiler = new CatalogCompiler(new ZoneCatalog());
  private int next;

  /** Publishes the zone as it is before. */
  @Setup
  public void load() {
    compiler = SampleWorld.loaded(new ZoneCatalog(), names);
    int apart = names / CHANGED;
    for (int i = 0; i < changes.length; i++) {
      int number = i % CHANGED * apart;
      changes[i] = new RecordSetInput(SampleWorld.recordSet(number, 2 + i / CHANGED), null);
    }
  }

  /** One change. */
  @Benchmark
  public Changes change() {
    return compiler.putRecordSet(changes[next++ & changes.length - 1]);
  }
}
