package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
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

  /** Behind a part that cannot be read, reading goes on as behind one that can. */
  @Override
  public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    int around = depth(parser) - (parser.currentToken().isStructStart() ? 1 : 0);
    try {
      return super.deserialize(parser, context);
    } catch (JsonProcessingException unreadable) {
      if (isMalformed(unreadable)) {
        throw unreadable;
      }
      skipTo(around, parser);
      return null;
    }
  }

  /** Whether it is no JSON at all, so that nobody knows where the part ends. */
  private static boolean isMalformed(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonParseException) {
        return true;
      }
    }
    return false;
  }

  private static void skipTo(int depth, JsonParser parser) throws IOException {
    while (depth(parser) > depth && parser.nextToken() != null) {
      // what is left of the part means nothing
    }
  }

  private static int depth(JsonParser parser) {
    int depth = 0;
    for (JsonStreamContext context = parser.getParsingContext();
        context != null;
        context = context.getParent()) {
      depth++;
    }
    return depth;
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
