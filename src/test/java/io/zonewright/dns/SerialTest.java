package io.zonewright.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The arithmetic of RFC 1982. */
class SerialTest {
  private static final Serial MAX = Serial.of(4294967295L);

  @Test
  void serialsAreUnsigned() {
    assertThat(MAX.toLong()).isEqualTo(4294967295L);
    assertThat(MAX).hasToString("4294967295");
    assertThatThrownBy(() -> Serial.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Serial.of(4294967296L)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void zeroComesAfterTheLast() {
    assertThat(MAX.next()).isEqualTo(Serial.of(0));
    assertThat(Serial.of(0).isGreaterThan(MAX)).isTrue();
    assertThat(MAX.isGreaterThan(Serial.of(0))).isFalse();
  }

  @Test
  void theGreaterIsLessThanHalfTheSpaceAhead() {
    assertThat(Serial.of(2).isGreaterThan(Serial.of(1))).isTrue();
    assertThat(Serial.of(1).isGreaterThan(Serial.of(1))).isFalse();
    assertThat(Serial.of(0x7fffffffL).isGreaterThan(Serial.of(0))).isTrue();
    assertThat(Serial.of(0x80000001L).isGreaterThan(Serial.of(0))).isFalse();
  }

  @Test
  void neitherOfTwoSerialsHalfTheSpaceApartIsGreater() {
    Serial half = Serial.of(0x80000000L);
    assertThat(half.isGreaterThan(Serial.of(0))).isFalse();
    assertThat(Serial.of(0).isGreaterThan(half)).isFalse();
    assertThat(half.max(Serial.of(0))).isEqualTo(half);
    assertThat(Serial.of(0).max(half)).isEqualTo(Serial.of(0));
  }

  @Test
  void maxWrapsAround() {
    assertThat(MAX.max(Serial.of(3))).isEqualTo(Serial.of(3));
    assertThat(Serial.of(3).max(MAX)).isEqualTo(Serial.of(3));
  }
}
