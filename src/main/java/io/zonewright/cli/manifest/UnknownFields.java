package io.zonewright.cli.manifest;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields that a resource does not have, in the order of the file. A parser that meets one
 * while it reads records does not know its path any more.
 */
final class UnknownFields {
  private final DeserializationConfig config;
  private final List<String> found = new ArrayList<>();

  UnknownFields(DeserializationConfig config) {
    this.config = config;
  }

  /** Their paths, such as {@code spec.mx[1].host}. */
  List<String> of(JsonNode value, Class<? extends HasMetadata> type) {
    look(value, config.constructType(type), "");
    return found;
  }

  private void look(JsonNode value, JavaType type, String path) {
    if (value.isArray() && type.isCollectionLikeType()) {
      for (int i = 0; i < value.size(); i++) {
        look(value.get(i), type.getContentType(), path + "[" + i + "]");
      }
    } else if (value.isObject() && isOurs(type)) {
      Map<String, JavaType> known = fields(type);
      value
          .properties()
          .forEach(
              field ->
                  lookAt(
                      field.getValue(),
                      known.get(field.getKey()),
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey()));
    }
  }

  private void lookAt(JsonNode value, @Nullable JavaType type, String path) {
    if (type == null) {
      found.add(path);
    } else {
      look(value, type, path);
    }
  }

  /** Metadata is not: it takes whatever there is. */
  private static boolean isOurs(JavaType type) {
    return type.getRawClass().isRecord() || type.isTypeOrSubTypeOf(HasMetadata.class);
  }

  private Map<String, JavaType> fields(JavaType type) {
    Map<String, JavaType> fields = new HashMap<>();
    for (BeanPropertyDefinition property : config.introspect(type).findProperties()) {
      fields.put(property.getName(), property.getPrimaryType());
    }
    return fields;
  }
}
