package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import io.fabric8.kubernetes.api.model.Condition;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition. Resources that were applied together have equal ones, which differ in nothing
 * that is their own; so they have them in common.
 */
final class ConditionReader extends JsonDeserializer<Condition> {
  private final SharedText text = new SharedText();
  private final EqualValues<Condition> conditions = new EqualValues<>();

  @Override
  public @Nullable Condition deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      return (Condition) context.handleUnexpectedToken(Condition.class, parser);
    }
    Condition condition = new Condition();
    condition.setAdditionalProperties(Map.of());
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (value != JsonToken.VALUE_NULL) {
        read(field, condition, parser, context);
      }
    }
    return SharedText.isShort(condition.getMessage()) ? conditions.of(condition) : condition;
  }

  private void read(
      String field, Condition condition, JsonParser parser, DeserializationContext context)
      throws IOException {
    switch (field) {
      case "type" -> condition.setType(text.deserialize(parser, context));
      case "status" -> condition.setStatus(text.deserialize(parser, context));
      case "reason" -> condition.setReason(text.deserialize(parser, context));
      case "message" -> condition.setMessage(text.deserialize(parser, context));
      case "lastTransitionTime" ->
          condition.setLastTransitionTime(text.deserialize(parser, context));
      case "observedGeneration" -> condition.setObservedGeneration(Scalars.number(parser, context));
      default -> context.handleUnknownProperty(parser, this, Condition.class, field);
    }
  }
}
