package io.zonewright.bench.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Queries per CPU-second of each round, and what is made of them. */
final class Figures {
  private final Map<Contender, Map<Kind, List<Double>>> rounds = new EnumMap<>(Contender.class);

  void add(Contender contender, Kind kind, double queriesPerCpuSecond) {
    rounds
        .computeIfAbsent(contender, absent -> new EnumMap<>(Kind.class))
        .computeIfAbsent(kind, absent -> new ArrayList<>())
        .add(queriesPerCpuSecond);
  }

  /** Those that were measured. */
  Set<Contender> contenders() {
    return rounds.keySet();
  }

  /** The median of the rounds; nothing if there was none. */
  OptionalDouble median(Contender contender, Kind kind) {
    List<Double> values = rounds.getOrDefault(contender, Map.of()).getOrDefault(kind, List.of());
    return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(values));
  }

  /** The middle one, or the mean of the two in the middle. */
  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  OptionalDouble ofTheBestPeer(Kind kind) {
    return ratio(
        kind,
        contenders().stream()
            .filter(contender -> contender.peer() != null)
            .flatMapToDouble(contender -> median(contender, kind).stream())
            .max());
  }

  OptionalDouble of(Contender other, Kind kind) {
    return ratio(kind, median(other, kind));
  }

  /** How the figure of a contender compares with its own when asked in another manner. */
  OptionalDouble ofTheSame(Contender contender, Kind kind, Figures another) {
    return ratio(median(contender, kind), another.median(contender, kind));
  }

  private OptionalDouble ratio(Kind kind, OptionalDouble other) {
    return ratio(median(Contender.ZONEWRIGHT, kind), other);
  }

  private static OptionalDouble ratio(OptionalDouble one, OptionalDouble other) {
    return one.stream()
        .flatMap(upper -> other.stream().flatMap(lower -> DoubleStream.of(upper / lower)))
        .findFirst();
  }
}
