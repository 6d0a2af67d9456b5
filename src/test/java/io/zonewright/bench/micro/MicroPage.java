package io.zonewright.bench.micro;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Results of JMH as a page of Markdown. */
final class MicroPage {
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final double MIDDLE = 50;

  private MicroPage() {}

  static String of(Collection<RunResult> results, List<String> facts) {
    return """
        # Parts

        Written by `make bench-micro`: the median time and the allocated octets of one operation, by JMH with `-prof gc`. The benchmarks
        are in [this package](../../src/test/java/io/zonewright/bench/micro). Times differ from machine to machine; octets do not.

        | benchmark | parameters | time | octets |
        |---|---|---|---|
        %s
        %s"""
        .formatted(
            results.stream().map(MicroPage::row).collect(Collectors.joining()),
            facts.stream().map("- %s\n"::formatted).collect(Collectors.joining()));
  }

  private static String row(RunResult result) {
    BenchmarkParams params = result.getParams();
    String[] words = params.getBenchmark().split("\\.", -1);
    String name = words[words.length - 2] + "." + words[words.length - 1];
    String values =
        params.getParamsKeys().stream()
            .map(key -> key + " " + params.getParam(key))
            .collect(Collectors.joining(", "));
    return "| %s | %s | %s | %s |\n"
        .formatted(
            name,
            values.toLowerCase(Locale.ROOT),
            median(result.getPrimaryResult()) + " " + result.getPrimaryResult().getScoreUnit(),
            median(result.getSecondaryResults().get(ALLOCATED)));
  }

  private static String median(@Nullable Result<?> result) {
    return result == null
        ? "-"
        : String.format(Locale.ROOT, "%.0f", result.getStatistics().getPercentile(MIDDLE));
  }
}
