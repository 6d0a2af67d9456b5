package io.zonewright.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EqualValuesTest {
  private final EqualValues<String> values = new EqualValues<>();

  @Test
  void equalValuesBecomeOne() {
    String first = values.of(text("a"));

    assertThat(values.of(text("a"))).isSameAs(first);
  }

  /** {@code Aa} and {@code BB} have the same hash, and so the same place. */
  @Test
  void theLastOneKeepsThePlace() {
    String first = values.of(text("Aa"));
    String second = values.of(text("BB"));

    assertThat(second).isEqualTo("BB");
    assertThat(values.of(text("BB"))).isSameAs(second);
    assertThat(values.of(text("Aa"))).isEqualTo(first).isNotSameAs(first);
  }

  /** An instance of its own. */
  private static String text(String text) {
    return String.valueOf(text.toCharArray());
  }
}
