package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuerySettingsTest {
  @Test
  void identityIsBoundedInOctetsOfUtf8() {
    QuerySettings settings = QuerySettings.defaults();

    assertThat(settings.withNsid("\u00fc".repeat(64)).nsid()).hasSize(64);
    assertThatThrownBy(() -> settings.withNsid("\u00fc".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("128 octets");
  }
}
