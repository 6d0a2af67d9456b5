package io.zonewright.crds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code kubectl explain} shows: no field without a word, no default without its value. */
class CrdDescriptionTest {
  @ParameterizedTest
  @EnumSource
  void theResourceIsDescribed(Crd crd) {
    assertThat(crd.root().description()).endsWith(".").contains(crd.kind());
  }

  @ParameterizedTest
  @MethodSource("described")
  void everyFieldIsDescribedInSentences(CrdField field) {
    assertThat(field.description()).matches("(?s)[A-Z0-9].{8,}\\.");
  }

  @ParameterizedTest
  @MethodSource("withDefault")
  void aDefaultIsNamed(CrdField field) {
    assertThat(field.description()).contains(field.schema().get("default").asText());
  }

  @ParameterizedTest
  @MethodSource("durations")
  void aDurationNamesItsUnit(CrdField field) {
    assertThat(field.description()).contains("seconds");
  }

  /** The API server refuses a description of {@code metadata}; it has its own. */
  private static Stream<CrdField> described() {
    return Crd.ALL.stream().flatMap(Crd::fields).filter(field -> !field.path().equals("metadata"));
  }

  private static Stream<CrdField> withDefault() {
    return described().filter(field -> field.schema().path("default").isValueNode());
  }

  private static Stream<CrdField> durations() {
    return described()
        .filter(field -> field.schema().path("type").asText().equals("integer"))
        .filter(field -> field.name().matches("(?i).*ttl|refresh|retry|expire"));
  }
}
