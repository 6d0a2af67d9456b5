package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;

/**
 * Reads the value. One that a later version may have brought is an error only to a strict mapper:
 * one resource of the future must not keep an informer from reading all the others.
 */
final class SiblingAddressesReader extends JsonDeserializer<SiblingAddresses> {
  @Override
  public SiblingAddresses deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    String text = parser.getValueAsString("");
    for (SiblingAddresses value : SiblingAddresses.values()) {
      if (value.text().equals(text)) {
        return value;
      }
    }
    if (context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)) {
      throw context.weirdStringException(
          text, SiblingAddresses.class, "must be Never or Additional");
    }
    return SiblingAddresses.NEVER;
  }
}
