package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads of the metadata what is asked for anywhere: which resource it is, and in which state. Who
 * manages which field, labels and annotations (kubectl keeps a copy of the whole resource in one)
 * would take more memory than all the rest.
 */
final class LeanMetadataReader extends JsonDeserializer<ObjectMeta> {
  private final SharedText shared = new SharedText();

  @Override
  public @Nullable ObjectMeta deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      return (ObjectMeta) context.handleUnexpectedToken(ObjectMeta.class, parser);
    }
    ObjectMeta metadata = empty();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (value != JsonToken.VALUE_NULL) {
        read(field, metadata, parser, context);
      }
    }
    return metadata;
  }

  /** Without the collections that it would make for each of what is not read. */
  private static ObjectMeta empty() {
    ObjectMeta metadata =
        new ObjectMeta(
            Map.of(), null, null, null, List.of(), null, null, Map.of(), List.of(), null, null,
            List.of(), null, null, null);
    metadata.setAdditionalProperties(Map.of());
    return metadata;
  }

  private void read(
      String field, ObjectMeta metadata, JsonParser parser, DeserializationContext context)
      throws IOException {
    switch (field) {
      case "name" -> metadata.setName(Scalars.text(parser, context));
      case "namespace" -> metadata.setNamespace(shared.deserialize(parser, context));
      case "uid" -> metadata.setUid(Scalars.text(parser, context));
      case "resourceVersion" -> metadata.setResourceVersion(Scalars.text(parser, context));
      case "generation" -> metadata.setGeneration(Scalars.number(parser, context));
      case "creationTimestamp" ->
          metadata.setCreationTimestamp(shared.deserialize(parser, context));
      case "deletionTimestamp" ->
          metadata.setDeletionTimestamp(shared.deserialize(parser, context));
      default -> parser.skipChildren();
    }
  }
}
