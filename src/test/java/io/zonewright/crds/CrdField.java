package io.zonewright.crds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/**
 * A field of a resource, as its schema has it.
 *
 * @param path such as {@code spec.mx[].exchange}
 * @param schema what the schema says of it
 * @param required whether the object around it must have it
 */
record CrdField(String path, JsonNode schema, boolean required) {
  /** The fields directly within an object, or within the objects of a list. */
  Stream<CrdField> children() {
    JsonNode object = schema.has("items") ? schema.get("items") : schema;
    String prefix = path.isEmpty() ? "" : path + (schema.has("items") ? "[]." : ".");
    return object
        .path("properties")
        .propertyStream()
        .map(e -> new CrdField(prefix + e.getKey(), e.getValue(), requires(object, e.getKey())));
  }

  /** This field and all within it, in the order of the schema. */
  Stream<CrdField> walk() {
    return Stream.concat(Stream.of(this), children().flatMap(CrdField::walk));
  }

  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  String description() {
    return schema.path("description").asText();
  }

  private static boolean requires(JsonNode object, String name) {
    return object
        .path("required")
        .valueStream()
        .anyMatch(required -> required.asText().equals(name));
  }

  @Override
  public String toString() {
    return path;
  }
}
