package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How a Jackson mapper, for JSON or YAML, is to read the resources. */
public final class ResourceMapper {
  private ResourceMapper() {}

  /**
   * Passes over fields and values that a later version may have brought, and over a status that
   * cannot be read. For what an API server sends: its schema has checked most of it already, and
   * one object must not keep the others from being read.
   */
  public static void lenient(ObjectMapper mapper) {
    mapper
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .registerModule(ReadableOrAbsent.module());
  }

  /**
   * Refuses unknown fields and values, missing numbers, null in lists, and numbers in quotes. For
   * what a user wrote into a file.
   */
  @SuppressWarnings("deprecation") // the builder of MapperFeature cannot change a mapper at hand
  public static void strict(ObjectMapper mapper) {
    mapper
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
  }
}
