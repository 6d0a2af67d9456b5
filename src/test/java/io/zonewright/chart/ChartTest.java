package io.zonewright.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart holds twice is the same. */
class ChartTest {
  @ParameterizedTest
  @ValueSource(strings = {"dnszones.zonewright.io.yaml", "dnsrecordsets.zonewright.io.yaml"})
  void theChartHasTheCrds(String file) {
    assertThat(Helm.CHART.resolve(Path.of("files", "crds", file)))
        .as("run `make manifests`")
        .hasSameTextualContentAs(Path.of("crds", file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dnszones", "dnsrecordsets"})
  void theManifestsHaveTheCrds(String plural) {
    String name = plural + ".zonewright.io";
    JsonNode expected = YamlObjects.read(Path.of("crds", name + ".yaml")).objects().getFirst();
    ((ObjectNode) expected.get("metadata"))
        .putObject("annotations")
        .put("helm.sh/resource-policy", "keep");
    assertThat(YamlObjects.read(Path.of("deploy", "crds.yaml")).objects())
        .as("run `make manifests`")
        .filteredOn(object -> object.at("/metadata/name").asText().equals(name))
        .containsExactly(expected);
  }

  @Test
  void theSchemaOfTheValuesKnowsEachOfThemAndNoOther() throws IOException {
    JsonNode values = YamlObjects.read(Helm.CHART.resolve("values.yaml")).objects().getFirst();
    ObjectNode schema =
        (ObjectNode) new ObjectMapper().readTree(Helm.CHART.resolve("values.schema.json").toFile());
    ((ObjectNode) schema.get("properties")).remove("global"); // Helm adds it by itself
    compare("values", values, schema);
  }

  private static void compare(String path, JsonNode values, JsonNode schema) {
    if (!schema.has("properties")) {
      return;
    }
    assertThat(new TreeSet<>(values.properties().stream().map(Map.Entry::getKey).toList()))
        .as(path)
        .isEqualTo(
            new TreeSet<>(
                schema.get("properties").properties().stream().map(Map.Entry::getKey).toList()));
    schema
        .get("properties")
        .properties()
        .forEach(e -> compare(path + "." + e.getKey(), values.get(e.getKey()), e.getValue()));
  }

  @Test
  void everyValueIsExplained() throws IOException {
    String before = "";
    for (String line : Files.readAllLines(Helm.CHART.resolve("values.yaml"))) {
      if (line.matches("( {2})?[a-zA-Z]+: .+")) {
        assertThat(before).as("the line before `%s`", line).matches(" *(#.*|[a-zA-Z]+: .+)");
      }
      before = line;
    }
  }

  @Test
  void theChartIsOfTheVersionOfTheProject() throws IOException {
    Matcher pom =
        Pattern.compile("<artifactId>zonewright</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(pom.find()).isTrue();
    JsonNode chart = YamlObjects.read(Helm.CHART.resolve("Chart.yaml")).objects().getFirst();
    assertThat(chart.get("appVersion").asText()).isEqualTo(pom.group(1));
    assertThat(chart.get("version").asText() + "-SNAPSHOT").startsWith(pom.group(1));
  }

  @Test
  void thePodsStartWithTheOptionsAndTheCacheOfTheImage() {
    JsonNode deployment = YamlObjects.read(Path.of("deploy", "operator.yaml")).one("Deployment");
    assertThat(deployment.at("/spec/template/spec/containers/0/env"))
        .filteredOn(variable -> variable.get("name").asText().equals("JDK_JAVA_OPTIONS"))
        .extracting(variable -> variable.get("value").asText())
        .containsExactly("@jvm.options -XX:AOTCache=zonewright.aot");
  }

  @Test
  void theImageIsNotBoundToARegistry() {
    JsonNode deployment = YamlObjects.read(Path.of("deploy", "operator.yaml")).one("Deployment");
    assertThat(deployment.at("/spec/template/spec/containers/0/image").asText())
        .matches("zonewright:[^/]+");
  }
}
