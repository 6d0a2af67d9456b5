package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of a status, or nothing where it cannot be read. Anybody who may write a status may
 * write what passes the schema and fits no field here ({@code status.accepted.spec} has no schema
 * at all), and an informer that meets what it cannot read stops for good.
 */
final class ReadableOrAbsent extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  /** What is known of a resource at most; that it is not known is a case of every reader. */
  private static final Set<Class<?>> PARTS =
      Set.of(
          DnsZoneStatus.class,
          DnsRecordSetStatus.class,
          AcceptedZone.class,
          RecordSetCounts.class,
          ServerCounts.class);

  private ReadableOrAbsent(JsonDeserializer<?> delegate) {
    super(delegate);
  }

  static SimpleModule module() {
    return new SimpleModule("parts that may be unreadable").setDeserializerModifier(new Modifier());
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> newDelegate) {
    return new ReadableOrAbsent(newDelegate);
  }

  /** The part is taken as a whole first, so that reading goes on behind it in any case. */
  @Override
  public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    try (TokenBuffer part = context.bufferAsCopyOfValue(parser)) {
      return read(part, context);
    }
  }

  private @Nullable Object read(TokenBuffer part, DeserializationContext context)
      throws IOException {
    try (JsonParser again = part.asParserOnFirstToken()) {
      return super.deserialize(again, context);
    } catch (JsonProcessingException unreadable) {
      return null;
    }
  }

  private static final class Modifier extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
        DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
      return PARTS.contains(bean.getBeanClass())
          ? new ReadableOrAbsent(deserializer)
          : deserializer;
    }
  }
}
