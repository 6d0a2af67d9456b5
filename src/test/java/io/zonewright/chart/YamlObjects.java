package io.zonewright.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * The Kubernetes objects of a YAML text.
 *
 * @param text the YAML
 * @param objects the objects in it
 */
record YamlObjects(String text, List<JsonNode> objects) {
  static YamlObjects parse(String text) {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> objects =
        StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
            .map(mapper::<JsonNode>valueToTree)
            .filter(JsonNode::isObject)
            .toList();
    return new YamlObjects(text, objects);
  }

  static YamlObjects read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<JsonNode> ofKind(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  JsonNode one(String kind) {
    return ofKind(kind).findFirst().orElseThrow();
  }
}
