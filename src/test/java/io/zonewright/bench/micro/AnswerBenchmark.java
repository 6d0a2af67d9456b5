package io.zonewright.bench.micro;

import io.zonewright.bench.compare.Kind;
import io.zonewright.query.QueryEngine;
import io.zonewright.query.QuerySettings;
import io.zonewright.zone.Zone;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.io.IOException;
import java.nio.ByteBuffer;
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

/** From a packet to the octets of its response, without sockets. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AnswerBenchmark {
  private static final int NAMES = 1_000;
  private static final int LONGEST = 65_535;

  @Param private Kind kind = Kind.HIT;

  private final ZoneCatalog catalog = new ZoneCatalog();
  private final QueryEngine engine = new QueryEngine(catalog, QuerySettings.defaults());
  private final ByteBuffer[] packets = new ByteBuffer[AskedZone.QUERIES];
  private final ByteBuffer response = ByteBuffer.allocateDirect(LONGEST);
  private int next;

  /** Publishes the zone. */
  @Setup
  public void load() throws IOException {
    Zone zone = AskedZone.of(NAMES);
    catalog.publish(current -> current.with(zone));
    List<Message> queries = AskedZone.queries(kind, NAMES);
    for (int i = 0; i < packets.length; i++) {
      byte[] octets = queries.get(i).toWire();
      packets[i] = ByteBuffer.allocateDirect(octets.length).put(octets).flip();
    }
  }

  /** Reads, looks up, collects and encodes: over a stream nothing is remembered. */
  @Benchmark
  public int encode() {
    return engine.answer(nextPacket(), response, true);
  }

  /** The same by way of the memory of answers, which holds them all. */
  @Benchmark
  public int remember() {
    return engine.answer(nextPacket(), response, false);
  }

  private ByteBuffer nextPacket() {
    return packets[next++ & AskedZone.QUERIES - 1];
  }
}
