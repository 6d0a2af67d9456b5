package io.zonewright.crds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.zonewright.api.v1alpha1.ZoneRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * A spec that the API server must take or refuse.
 *
 * @param crd its kind
 * @param what what it shows
 * @param because the message that refuses it; null for one that is taken
 * @param before the spec that it replaces, or null if it is new
 * @param spec the spec
 */
public record CrdSample(
    Crd crd, String what, @Nullable String because, @Nullable ObjectNode before, ObjectNode spec) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Those that the API server takes. */
  public static Stream<CrdSample> good() {
    return Stream.concat(
        read(Crd.DNS_ZONE, "good-zones.yaml"), read(Crd.DNS_RECORD_SET, "good-record-sets.yaml"));
  }

  /** Those that the API server refuses. */
  public static Stream<CrdSample> bad() {
    return Stream.concat(
        read(Crd.DNS_ZONE, "bad-zones.yaml"), read(Crd.DNS_RECORD_SET, "bad-record-sets.yaml"));
  }

  /** A manifest of the sample, in JSON. */
  public String manifest() {
    return MAPPER.valueToTree(resource("sample")).toString();
  }

  GenericKubernetesResource resource(String name) {
    return resource(name, spec);
  }

  GenericKubernetesResource resource(String name, ObjectNode spec) {
    ObjectNode object = MAPPER.createObjectNode();
    object.put("apiVersion", "zonewright.io/v1alpha1");
    object.put("kind", crd.kind());
    object.putObject("metadata").put("name", name);
    object.set("spec", spec);
    return MAPPER.convertValue(object, GenericKubernetesResource.class);
  }

  /** By SnakeYAML, since Jackson does not follow the anchors of the tables. */
  private static Stream<CrdSample> read(Crd crd, String file) {
    try (InputStream in = Objects.requireNonNull(CrdSample.class.getResourceAsStream(file))) {
      JsonNode entries = MAPPER.valueToTree(new Yaml().load(in));
      return entries.valueStream().map(entry -> read(crd, entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CrdSample read(Crd crd, JsonNode entry) {
    return new CrdSample(
        crd,
        entry.get("what").asText(),
        entry.path("because").asText(null),
        (ObjectNode) entry.get("before"),
        withZoneRef(crd, (ObjectNode) entry.get("spec")));
  }

  private static ObjectNode withZoneRef(Crd crd, ObjectNode spec) {
    if (crd == Crd.DNS_RECORD_SET && !spec.has("zoneRef")) {
      spec.set("zoneRef", MAPPER.valueToTree(new ZoneRef("example-com")));
    }
    return spec;
  }

  @Override
  public String toString() {
    return crd + ": " + what;
  }
}
