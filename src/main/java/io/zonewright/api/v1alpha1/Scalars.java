package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** Reads single values just as Jackson reads a field of that type. */
final class Scalars {
  private static final JsonDeserializer<?> NUMBER =
      NumberDeserializers.find(Long.class, Long.class.getName());

  private Scalars() {}

  static String text(JsonParser parser, DeserializationContext context) throws IOException {
    return StringDeserializer.instance.deserialize(parser, context);
  }

  static Long number(JsonParser parser, DeserializationContext context) throws IOException {
    return (Long) NUMBER.deserialize(parser, context);
  }
}
