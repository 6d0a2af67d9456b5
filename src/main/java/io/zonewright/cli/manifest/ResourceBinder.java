package io.zonewright.cli.manifest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.zonewright.api.v1alpha1.ResourceMapper;
import io.zonewright.cli.manifest.Problem.Severity;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values as a resource, strictly, and says of each field that does not fit. */
final class ResourceBinder {
  private final ObjectMapper mapper = new ObjectMapper();

  ResourceBinder() {
    ResourceMapper.strict(mapper);
    CoercionInputShape[] notText = {
      CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float
    };
    for (CoercionInputShape shape : notText) {
      mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
    }
    mapper.addHandler(new PassOver());
  }

  /** The resource, or null; problems are added. */
  <T extends HasMetadata> @Nullable T bind(
      JsonNode value, Class<T> type, Place place, List<Problem> problems) {
    for (String field : new UnknownFields(mapper.getDeserializationConfig()).of(value, type)) {
      problems.add(place.problem(Severity.ERROR, field, "there is no such field"));
    }
    try {
      return mapper.readerFor(type).readValue(value);
    } catch (JsonMappingException e) {
      problems.add(place.problem(Severity.ERROR, path(e.getPath()), why(e)));
    } catch (JsonProcessingException e) {
      problems.add(place.problem(Severity.ERROR, e.getOriginalMessage()));
    } catch (IOException e) {
      problems.add(place.problem(Severity.ERROR, String.valueOf(e.getMessage())));
    }
    return null;
  }

  private static @Nullable String path(List<JsonMappingException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.isEmpty() ? null : path.toString();
  }

  private static String why(JsonMappingException e) {
    return switch (e) {
      case InvalidNullException n -> "must not be empty; write a value or leave it out";
      case MismatchedInputException m -> wanted(m.getTargetType());
      default -> e.getOriginalMessage();
    };
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == null) {
      return "has a value of the wrong type";
    }
    if (type == String.class) {
      return "write a text here, in quotes where YAML would take it for something else";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "write a whole number here, without quotes, or nothing if it is optional";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "write a list here, each item after a dash";
    }
    return Map.class.isAssignableFrom(type) || type.isRecord()
        ? "write a mapping of fields here"
        : "is not one of the values allowed here";
  }

  /**
   * Passes over unknown fields, which would end the reading; {@link UnknownFields} tells of all.
   */
  private static final class PassOver extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> deserializer,
        Object beanOrClass,
        String name)
        throws IOException {
      parser.skipChildren();
      return true;
    }
  }
}
