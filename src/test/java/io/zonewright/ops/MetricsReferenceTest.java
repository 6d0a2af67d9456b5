package io.zonewright.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.zonewright.server.QueryCounters;
import io.zonewright.server.UdpBuffers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/metrics.md lists is what a scrape shows. */
@SuppressWarnings("deprecation") // the registry that Quarkus brings
class MetricsReferenceTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(zonewright_\\w+)` \\| (\\w+) \\| ([^|]*) \\| ([^|]+) \\|$");
  private static final Pattern FAMILY =
      Pattern.compile("(?m)^# HELP (zonewright_\\w+) (.*)\n# TYPE \\S+ (\\w+)\n\\S+?(\\{.*?\\})? ");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

  @Test
  void listsEveryMetricWithItsTypeAndLabels() throws IOException {
    SortedSet<String> documented = new TreeSet<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("docs/metrics.md")));
    while (row.find()) {
      documented.add(
          "%s %s [%s] %s"
              .formatted(row.group(1), row.group(2), row.group(3).strip(), row.group(4).strip()));
    }

    assertThat(documented).isEqualTo(scraped());
  }

  private static SortedSet<String> scraped() {
    SortedSet<String> scraped = new TreeSet<>();
    Matcher family = FAMILY.matcher(scrape());
    while (family.find()) {
      String name = family.group(1);
      if (!name.endsWith("_max")) {
        scraped.add(
            "%s %s [%s] %s"
                .formatted(name, family.group(3), labels(family.group(4)), family.group(2)));
      }
    }
    return scraped;
  }

  private static String labels(String braces) {
    SortedSet<String> labels = new TreeSet<>();
    Matcher label = LABEL.matcher(braces == null ? "" : braces);
    while (label.find()) {
      labels.add("`" + label.group(1) + "`");
    }
    labels.remove("`le`");
    return String.join(", ", labels);
  }

  private static String scrape() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    ServiceMetrics metrics = new ServiceMetrics(registry, registry.getPrometheusRegistry());
    metrics.watch(new QueryCounters());
    metrics.watch(() -> new ServiceFigures(0, 0, 0, 0, 0, 0, false, 0, 0));
    metrics.watchBuffers(() -> new UdpBuffers(1, 1));
    metrics.watch("DnsZone", () -> Duration.ZERO);
    metrics.applied();
    return registry.scrape();
  }
}
