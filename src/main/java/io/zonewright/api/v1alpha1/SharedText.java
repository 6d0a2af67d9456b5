package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a text that stands in many resources, such as a type, so that they have one in common. */
final class SharedText extends JsonDeserializer<String> {
  /** A long text is hardly the same in many resources, and would be held when they are gone. */
  private static final int LONGEST = 256;

  private final EqualValues<String> texts = new EqualValues<>();

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    String text = Scalars.text(parser, context);
    return isShort(text) ? texts.of(text) : text;
  }

  static boolean isShort(@Nullable String text) {
    return text != null && text.length() <= LONGEST;
  }
}
