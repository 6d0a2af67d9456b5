package io.zonewright.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RRTypeTest {
  @ParameterizedTest
  @CsvSource({"1, A", "28, AAAA", "65, HTTPS", "257, CAA", "23, NSAP-PTR", "65280, TYPE65280"})
  void numbersAndTextsAgree(int number, String text) {
    assertThat(RRType.mnemonic(number)).isEqualTo(text);
    assertThat(RRType.parse(text)).hasValue(number);
  }

  @Test
  void theNumericFormOfAKnownTypeIsRead() {
    assertThat(RRType.parse("TYPE1")).hasValue(RRType.A);
    assertThat(RRType.parse("TYPE65535")).hasValue(65535);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "TYPE", "TYPE65536", "TYPE01", "TYPE-1", "TYPE1x", "NOSUCH"})
  void otherTextsAreNoType(String text) {
    assertThat(RRType.parse(text)).isEqualTo(OptionalInt.empty());
  }

  @Test
  void questionsAndProtocolPiecesAreNoData() {
    for (int type : new int[] {0, 41, 128, 249, 250, 251, 252, 253, 254, 255}) {
      assertThat(RRType.isMeta(type)).as("type %d", type).isTrue();
    }
    for (int type : new int[] {1, 40, 42, 99, 127, 256, 257, 65280, 65535}) {
      assertThat(RRType.isMeta(type)).as("type %d", type).isFalse();
    }
  }
}
