package io.zonewright.crds;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.zonewright.api.v1alpha1.DnsZoneSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract is the YAML; the Java types hold the same fields, of the same types and defaults.
 */
class CrdAgreesWithJavaTest {
  private final ObjectMapper mapper = new ObjectMapper();
  private final SoftAssertions softly = new SoftAssertions();

  @ParameterizedTest
  @EnumSource
  void namesAgree(Crd crd) {
    JsonNode names = crd.names();
    assertThat(HasMetadata.getKind(crd.type())).isEqualTo(crd.kind());
    assertThat(HasMetadata.getPlural(crd.type())).isEqualTo(names.get("plural").asText());
    assertThat(HasMetadata.getSingular(crd.type())).isEqualTo(names.get("singular").asText());
    assertThat(crd.type().getAnnotation(ShortNames.class).value())
        .containsExactly(names.at("/shortNames/0").asText());
    assertThat(HasMetadata.getApiVersion(crd.type()))
        .isEqualTo("zonewright.io/" + crd.version().get("name").asText());
    assertThat(HasMetadata.getFullResourceName(crd.type()))
        .isEqualTo(crd.definition().at("/metadata/name").asText());
  }

  @ParameterizedTest
  @EnumSource
  void fieldsAgreeInBothDirections(Crd crd) {
    Map<String, JavaType> parts = properties(mapper.constructType(crd.type()));
    compare(crd.part("spec"), requireNonNull(parts.get("spec")));
    compare(crd.part("status"), requireNonNull(parts.get("status")));
    softly.assertAll();
  }

  private void compare(CrdField field, JavaType type) {
    JsonNode schema = field.schema();
    switch (schema.get("type").asText()) {
      case "object" -> compareObject(field, type);
      case "array" -> compareList(field, type);
      case "integer" -> compareInteger(field, type);
      case "string" -> compareString(field, type);
      default -> softly.fail("%s: no Java type is agreed for %s", field, schema.get("type"));
    }
  }

  private void compareObject(CrdField field, JavaType type) {
    if (field.schema().path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      softly.assertThat(type.getRawClass()).as(field.path()).isEqualTo(DnsZoneSpec.class);
      return;
    }
    Map<String, JavaType> java = properties(type);
    Map<String, CrdField> yaml =
        field.children().collect(Collectors.toMap(CrdField::name, child -> child));
    softly.assertThat(java.keySet()).as("fields of %s", field).isEqualTo(yaml.keySet());
    yaml.forEach(
        (name, child) -> {
          JavaType property = java.get(name);
          if (property != null) {
            compare(child, property);
            compareDefault(child, type);
          }
        });
  }

  private void compareList(CrdField field, JavaType type) {
    softly.assertThat(type.isCollectionLikeType()).as("%s is a list", field).isTrue();
    JsonNode items = field.schema().get("items");
    if (items.get("type").asText().equals("object")) {
      compareObject(field, type.getContentType());
    } else {
      compare(new CrdField(field.path() + "[]", items, true), type.getContentType());
    }
  }

  private void compareInteger(CrdField field, JavaType type) {
    boolean wide = field.schema().path("format").asText().equals("int64");
    softly
        .assertThat(type.getRawClass())
        .as(field.path())
        .isIn(wide ? Long.class : Integer.class, wide ? long.class : int.class);
    if (type.isPrimitive() && field.path().startsWith("spec.")) {
      softly.assertThat(field.required()).as("%s must be required, or boxed", field).isTrue();
    }
  }

  private void compareString(CrdField field, JavaType type) {
    if (!type.isEnumType()) {
      softly.assertThat(type.getRawClass()).as(field.path()).isEqualTo(String.class);
      return;
    }
    JsonNode java = mapper.valueToTree(Arrays.asList(type.getRawClass().getEnumConstants()));
    softly.assertThat(java).as(field.path()).isEqualTo(field.schema().get("enum"));
  }

  private void compareDefault(CrdField field, JavaType around) {
    JsonNode expected = field.schema().get("default");
    if (expected != null) {
      JsonNode read = mapper.valueToTree(readNothing(around));
      softly.assertThat(read.get(field.name())).as("default of %s", field).isEqualTo(expected);
    }
  }

  private Object readNothing(JavaType type) {
    try {
      return mapper.readValue("{}", type);
    } catch (JsonProcessingException e) {
      throw new AssertionError(type + " cannot be read from nothing", e);
    }
  }

  /** What is read by a name is what is written by it. */
  private Map<String, JavaType> properties(JavaType type) {
    var read = mapper.getDeserializationConfig().introspect(type).findProperties();
    var written = mapper.getSerializationConfig().introspect(type).findProperties();
    softly
        .assertThat(read.stream().filter(BeanPropertyDefinition::couldDeserialize))
        .as("%s reads what it writes", type)
        .extracting(BeanPropertyDefinition::getName)
        .containsAll(written.stream().map(BeanPropertyDefinition::getName).toList());
    return written.stream()
        .collect(
            Collectors.toMap(
                BeanPropertyDefinition::getName, BeanPropertyDefinition::getPrimaryType));
  }
}
