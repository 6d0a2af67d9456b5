package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.Condition;

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
   * Reads leniently, and no more than is asked for: for caches that hold a hundred thousand
   * resources. What a mapper has read so is not to be written back as a whole.
   */
  public static void lean(ObjectMapper mapper) {
    lenient(mapper);
    SimpleModule module = new SimpleModule("lean resources");
    module.addDeserializer(
        DnsZone.class,
        new LeanResourceReader<>(
            DnsZone.class, DnsZone::new, DnsZoneSpec.class, DnsZoneStatus.class));
    module.addDeserializer(
        DnsRecordSet.class,
        new LeanResourceReader<>(
            DnsRecordSet.class,
            DnsRecordSet::new,
            DnsRecordSetSpec.class,
            DnsRecordSetStatus.class));
    module.addDeserializer(Condition.class, new ConditionReader());
    mapper.registerModule(module);
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
