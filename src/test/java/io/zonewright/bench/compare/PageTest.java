package io.zonewright.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void hasRatiosFirstThenARowForEachServerThenTheFacts() {
    Figures figures = new Figures();
    for (Kind kind : Kind.values()) {
      figures.add(Contender.ZONEWRIGHT, kind, 300_400);
      figures.add(Contender.NSD, kind, 150_200);
      figures.add(Contender.ECHO, kind, 600_800);
    }

    assertThat(Page.of(figures, List.of("One fact", "Another")))
        .containsSubsequence(
            "| kind | of the best peer | of the echo | times CoreDNS |\n|---|---|---|---|\n",
            "| hit | 2.00 | 0.50 | - |\n",
            "| mx | 2.00 | 0.50 | - |\n\n",
            "| server | hit | nxdomain | referral | wildcard | mx |\n|---|---|---|---|---|---|\n",
            "| Zonewright | 300 | 300 | 300 | 300 | 300 |\n",
            "| NSD | 150 | 150 | 150 | 150 | 150 |\n",
            "| bare echo | 601 | 601 | 601 | 601 | 601 |\n\n")
        .endsWith("\n- One fact\n- Another\n");
  }
}
