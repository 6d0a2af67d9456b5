package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a resource as a cache is to hold it, where each octet counts a hundred thousand times:
 * whole in what it describes and in its status, lean in its metadata.
 */
final class LeanResourceReader<S, T, R extends ZonewrightResource<S, T>> extends JsonDeserializer<R>
    implements ResolvableDeserializer {
  private final Class<R> type;
  private final Supplier<R> resource;
  private final LeanMetadataReader metadata = new LeanMetadataReader();
  private final Part<S> spec;
  private final Part<T> status;

  LeanResourceReader(Class<R> type, Supplier<R> resource, Class<S> spec, Class<T> status) {
    this.type = type;
    this.resource = resource;
    this.spec = new Part<>(spec);
    this.status = new Part<>(status);
  }

  /** A part that is read as Jackson reads it anywhere. */
  private static final class Part<P> {
    private final Class<P> type;
    private @Nullable JsonDeserializer<?> reader;

    Part(Class<P> type) {
      this.type = type;
    }

    void resolve(DeserializationContext context) throws JsonMappingException {
      reader = context.findContextualValueDeserializer(context.constructType(type), null);
    }

    @Nullable P read(JsonParser parser, DeserializationContext context) throws IOException {
      return type.cast(Objects.requireNonNull(reader).deserialize(parser, context));
    }
  }

  @Override
  public void resolve(DeserializationContext context) throws JsonMappingException {
    spec.resolve(context);
    status.resolve(context);
  }

  @Override
  public @Nullable R deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      return type.cast(context.handleUnexpectedToken(type, parser));
    }
    R read = resource.get();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        read(field, read, parser, context);
      }
    }
    return read;
  }

  private void read(String field, R read, JsonParser parser, DeserializationContext context)
      throws IOException {
    switch (field) {
      case "metadata" ->
          read.setMetadata(Objects.requireNonNull(metadata.deserialize(parser, context)));
      case "spec" -> read.setSpec(Objects.requireNonNull(spec.read(parser, context)));
      case "status" -> read.setStatus(status.read(parser, context));
      default -> parser.skipChildren();
    }
  }
}
