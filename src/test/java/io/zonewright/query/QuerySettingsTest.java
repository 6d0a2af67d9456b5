package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySettingsTest {
  /** What finds the answers takes an octet for eight of theirs. */
  @ParameterizedTest
  @CsvSource({"716, 1", "716, 16", "716, 64", "716, 128", "4096, 2", "64, 1"})
  void answersOfAllEnginesTakeASixteenthOfTheHeapAtMost(long heapMegabytes, int engines) {
    long heap = heapMegabytes << 20;

    long all = QuerySettings.answerMemory(heap, engines) * (long) engines * 9 / 8;

    assertThat(all).isLessThanOrEqualTo(heap / 16).isGreaterThanOrEqualTo(heap / 64);
  }

  @ParameterizedTest
  @CsvSource({"1, 256, 262144", "1048576, 1, 33554432"})
  void thoseOfOneAreBoundedBothWays(long heapMegabytes, int engines, int octets) {
    assertThat(QuerySettings.answerMemory(heapMegabytes << 20, engines)).isEqualTo(octets);
  }

  @Test
  void identityIsBoundedInOctetsOfUtf8() {
    QuerySettings settings = QuerySettings.defaults();

    assertThat(settings.withNsid("\u00fc".repeat(64)).nsid()).hasSize(64);
    assertThatThrownBy(() -> settings.withNsid("\u00fc".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("128 octets");
  }
}
