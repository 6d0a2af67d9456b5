package io.zonewright.operator;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Eventually;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.TestNamespace;
import io.zonewright.testing.Tools;
import io.zonewright.testing.WithControlPlane;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a record set costs in memory; docs/configuration.md says how much to give. */
@WithControlPlane
class HeapIT {
  private static final int MANY = 2_000;
  private static final long AT_MOST = 4_000;
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  @Test
  void aSmallRecordSetTakesAFewKilobytes(
      KubernetesClient client, ControlPlane controlPlane, TestNamespace namespace)
      throws Exception {
    ZoneUnderTest zone = new ZoneUnderTest(client, namespace);
    try (OperatorProcess operator = Operators.start(controlPlane)) {
      zone.applyZone();
      zone.applyAddresses("www", "192.0.2.10");
      eventually(() -> zone.assertReady("www"));
      long before = liveBytes(histogram(operator));

      ManyRecordSets.create(client, namespace, MANY);
      Eventually.within(Duration.ofMinutes(3))
          .every(Duration.ofSeconds(2))
          .asserting(
              () ->
                  assertThat(zone.recordSets())
                      .hasSize(MANY + 1)
                      .allMatch(set -> zone.condition(set, "Ready").equals("True/Programmed")));

      String after = histogram(operator);
      assertThat((liveBytes(after) - before) / MANY)
          .as("bytes for each; the largest classes:%n%s", head(after))
          .isLessThan(AT_MOST);
      assertThat(after).doesNotContain("ManagedFieldsEntry");
    }
  }

  /** Of what is left after a collection. */
  private static String histogram(OperatorProcess operator) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    List<String> arguments = List.of(Long.toString(operator.pid()), "GC.class_histogram");
    return Tools.run(jcmd, arguments, Map.of()).output();
  }

  private static String head(String histogram) {
    return histogram.lines().limit(25).collect(Collectors.joining("\n"));
  }

  private static long liveBytes(String histogram) {
    Matcher total = TOTAL.matcher(histogram);
    assertThat(total.find()).as(histogram).isTrue();
    return Long.parseLong(total.group(1));
  }
}
