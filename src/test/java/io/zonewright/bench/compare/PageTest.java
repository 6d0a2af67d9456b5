package io.zonewright.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void hasRatiosFirstThenOtherMannersThenARowForEachServerThenTheFacts() {
    Figures plain = of(300_400, 600_800);
    for (Kind kind : Kind.values()) {
      plain.add(Contender.NSD, kind, 150_200);
    }
    Function<Manner, Figures> manners =
        manner ->
            switch (manner) {
              case PLAIN -> plain;
              case DNSSEC_OK -> of(285_380, 588_784);
              case IPV6 -> of(240_320, 480_640);
            };

    assertThat(Page.of(manners, List.of("One fact", "Another")))
        .containsSubsequence(
            "| kind | of the best peer | of the echo | times CoreDNS |\n|---|---|---|---|\n",
            "| hit | 2.00 | 0.50 | - |\n",
            "| mx | 2.00 | 0.50 | - |\n\n",
            "| kind | EDNS with DO | the same, echo | IPv6 | the same, echo |\n|---|---|---|---|---|\n",
            "| hit | 0.95 | 0.98 | 0.80 | 0.80 |\n",
            "| server | hit | nxdomain | referral | wildcard | mx |\n|---|---|---|---|---|---|\n",
            "| Zonewright | 300 | 300 | 300 | 300 | 300 |\n",
            "| NSD | 150 | 150 | 150 | 150 | 150 |\n",
            "| bare echo | 601 | 601 | 601 | 601 | 601 |\n\n")
        .endsWith("\n- One fact\n- Another\n");
  }

  private static Figures of(double zonewright, double echo) {
    Figures figures = new Figures();
    for (Kind kind : Kind.values()) {
      figures.add(Contender.ZONEWRIGHT, kind, zonewright);
      figures.add(Contender.ECHO, kind, echo);
    }
    return figures;
  }
}
