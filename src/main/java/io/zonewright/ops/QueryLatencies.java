package io.zonewright.ops;

import io.prometheus.client.Collector;
import io.zonewright.server.Channel;
import io.zonewright.server.QueryCounters;
import java.util.ArrayList;
import java.util.List;

/** The latency histogram that the workers keep, as Prometheus reads it. */
final class QueryLatencies extends Collector {
  private static final String NAME = "zonewright_query_duration_seconds";
  private static final double NANOS = 1e9;

  /** About a microsecond and a second; what is outside falls into the first and last bucket. */
  private static final int FIRST = 10;

  private static final int LAST = 30;

  private final QueryCounters counters;

  QueryLatencies(QueryCounters counters) {
    this.counters = counters;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    List<MetricFamilySamples.Sample> samples = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      add(channel, samples);
    }
    String help =
        "Time from a query being read to its response being ready to be sent, with those that are read and sent at once with it";
    return List.of(new MetricFamilySamples(NAME, Type.HISTOGRAM, help, samples));
  }

  private void add(Channel channel, List<MetricFamilySamples.Sample> samples) {
    long below = 0;
    for (int bucket = 0; bucket < QueryCounters.LATENCY_BUCKETS; bucket++) {
      below += counters.latencies(channel, bucket);
      if (bucket >= FIRST && bucket <= LAST) {
        samples.add(bucket(channel, doubleToGoString(Math.scalb(1.0, bucket) / NANOS), below));
      }
    }
    samples.add(bucket(channel, "+Inf", below));
    samples.add(sample(channel, "_count", (double) below));
    samples.add(sample(channel, "_sum", counters.latencySum(channel) / NANOS));
  }

  private static MetricFamilySamples.Sample bucket(Channel channel, String bound, long count) {
    return new MetricFamilySamples.Sample(
        NAME + "_bucket",
        List.of("transport", "family", "le"),
        List.of(ServiceMetrics.transport(channel), ServiceMetrics.family(channel), bound),
        count);
  }

  private static MetricFamilySamples.Sample sample(Channel channel, String suffix, double value) {
    return new MetricFamilySamples.Sample(
        NAME + suffix,
        List.of("transport", "family"),
        List.of(ServiceMetrics.transport(channel), ServiceMetrics.family(channel)),
        value);
  }
}
