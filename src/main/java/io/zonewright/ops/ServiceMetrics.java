package io.zonewright.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.prometheus.client.CollectorRegistry;
import io.zonewright.dns.Rcode;
import io.zonewright.server.Channel;
import io.zonewright.server.QueryCounters;
import io.zonewright.server.UdpBuffers;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The metrics of the operator, listed in {@code docs/metrics.md}. */
@Singleton
public final class ServiceMetrics {
  private final MeterRegistry registry;
  private final CollectorRegistry collectors;

  /** Registers meters with the one, and with the other what has no meter. */
  public ServiceMetrics(MeterRegistry registry, CollectorRegistry collectors) {
    this.registry = registry;
    this.collectors = collectors;
  }

  /** Shows what a server counts. */
  public void watch(QueryCounters counters) {
    for (Channel channel : Channel.values()) {
      for (Rcode rcode : Rcode.values()) {
        FunctionCounter.builder(
                "zonewright.queries", counters, c -> c.responses(channel, rcode.code()))
            .description("Queries answered, by response code")
            .tags(tags(channel).and("rcode", rcode.name()))
            .register(registry);
      }
      FunctionCounter.builder("zonewright.queries.dropped", counters, c -> c.dropped(channel))
          .description(
              "Messages that get no response: responses, what is no DNS message, and what was sent by nobody or to many")
          .tags(tags(channel))
          .register(registry);
      FunctionCounter.builder("zonewright.queries.failed", counters, c -> c.failures(channel))
          .description("Messages dropped because of an error of the server: report it")
          .tags(tags(channel))
          .register(registry);
    }
    watchUdp(counters);
    watchTcp(counters);
    new QueryLatencies(counters).register(collectors);
  }

  private void watchUdp(QueryCounters counters) {
    for (Channel channel : List.of(Channel.UDP_IPV4, Channel.UDP_IPV6)) {
      FunctionCounter.builder("zonewright.udp.lost", counters, c -> c.lost(channel))
          .description(
              "Responses that the system did not send: its buffer was full, or there is no way to the client")
          .tags("family", family(channel))
          .register(registry);
    }
  }

  private void watchTcp(QueryCounters counters) {
    for (Channel channel : List.of(Channel.TCP_IPV4, Channel.TCP_IPV6)) {
      FunctionCounter.builder("zonewright.tcp.shed", counters, c -> c.shed(channel))
          .description("Connections closed because zonewright.tcp.memory was full")
          .tags("family", family(channel))
          .register(registry);
    }
    Gauge.builder("zonewright.tcp.memory.bytes", counters, QueryCounters::held)
        .description("Octets held for TCP clients: unanswered queries and unsent responses")
        .register(registry);
  }

  /** Shows how much the system holds for each UDP socket. */
  public void watchBuffers(Supplier<UdpBuffers> buffers) {
    buffer(buffers, "receive", UdpBuffers::receive);
    buffer(buffers, "send", UdpBuffers::send);
  }

  private void buffer(
      Supplier<UdpBuffers> buffers, String direction, ToDoubleFunction<UdpBuffers> octets) {
    Gauge.builder("zonewright.udp.buffer.bytes", buffers, b -> octets.applyAsDouble(b.get()))
        .description("Octets that the system holds for each UDP socket before it drops packets")
        .tags("direction", direction)
        .strongReference(true)
        .register(registry);
  }

  /** Transport and family, as in {@code transport="udp",family="ipv6"}. */
  static Tags tags(Channel channel) {
    return Tags.of("transport", transport(channel), "family", family(channel));
  }

  static String transport(Channel channel) {
    return channel.isStream() ? "tcp" : "udp";
  }

  static String family(Channel channel) {
    return switch (channel) {
      case UDP_IPV4, TCP_IPV4 -> "ipv4";
      case UDP_IPV6, TCP_IPV6 -> "ipv6";
    };
  }

  /** Shows what the operator counts; the supplier may cost as much as all zones. */
  public void watch(Supplier<ServiceFigures> figures) {
    Supplier<ServiceFigures> recent = new RecentValue<>(figures, Duration.ofSeconds(1));
    zones(recent, "served", ServiceFigures::servedZones);
    zones(recent, "unserved", f -> f.zones() - f.servedZones());
    recordSets(recent, "programmed", ServiceFigures::programmed);
    recordSets(recent, "conflicted", ServiceFigures::conflicted);
    recordSets(recent, "rejected", ServiceFigures::rejected);
    recordSets(recent, "waiting", ServiceFigures::waiting);
    gauge("zonewright.leader", "1 in the process that writes status, else 0", recent)
        .apply(Tags.empty(), f -> f.leading() ? 1 : 0);
    statuses(recent);
  }

  private void statuses(Supplier<ServiceFigures> figures) {
    gauge(
            "zonewright.statuses.waiting",
            "Resources whose status waits to be looked at and written if it differs",
            figures)
        .apply(Tags.empty(), ServiceFigures::statusesWaiting);
    FunctionCounter.builder("zonewright.status.failures", figures, f -> f.get().statusFailures())
        .description("Writes of status that failed and are tried again, conflicts aside")
        .register(registry);
  }

  private void zones(
      Supplier<ServiceFigures> figures, String state, ToDoubleFunction<ServiceFigures> value) {
    gauge("zonewright.zones", "DnsZone resources, by what became of them", figures)
        .apply(Tags.of("state", state), value);
  }

  private void recordSets(
      Supplier<ServiceFigures> figures, String state, ToDoubleFunction<ServiceFigures> value) {
    gauge("zonewright.record.sets", "DnsRecordSet resources, by what became of them", figures)
        .apply(Tags.of("state", state), value);
  }

  private interface GaugeOf {
    void apply(Tags tags, ToDoubleFunction<ServiceFigures> value);
  }

  private GaugeOf gauge(String name, String description, Supplier<ServiceFigures> figures) {
    return (tags, value) ->
        Gauge.builder(name, figures, f -> value.applyAsDouble(f.get()))
            .description(description)
            .tags(tags)
            .strongReference(true)
            .register(registry);
  }

  /** Shows for how long the changes of one kind of resource have not arrived. */
  public void watch(String kind, Supplier<Duration> lostFor) {
    Gauge.builder("zonewright.watch.lost", lostFor, lost -> lost.get().toMillis() / 1000.0)
        .baseUnit("seconds")
        .description("For how long changes of this kind have not arrived; 0 while they do")
        .tags("kind", kind)
        .strongReference(true)
        .register(registry);
  }

  /** Measures how long changes take once a reconciler has them, until they are served. */
  public Timer applied() {
    return Timer.builder("zonewright.apply")
        .description(
            "Time to compile and publish a change, without its wait in the queue of the SDK")
        .serviceLevelObjectives(
            Duration.ofNanos(100_000),
            Duration.ofNanos(250_000),
            Duration.ofNanos(500_000),
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(25),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10))
        .register(registry);
  }
}
