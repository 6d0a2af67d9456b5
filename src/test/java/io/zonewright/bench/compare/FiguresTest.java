package io.zonewright.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Figures figures = new Figures();

  @Test
  void theMedianIsTheMiddleOneOrTheMeanOfTheTwoThere() {
    assertThat(Figures.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Figures.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
  }

  @Test
  void ratiosAreThoseOfMediansWithinAKind() {
    add(Contender.ZONEWRIGHT, 300, 100, 200);
    add(Contender.KNOT, 160, 160, 900);
    add(Contender.COREDNS, 20, 20, 20);
    add(Contender.ECHO, 400, 400, 1);
    figures.add(Contender.NSD, Kind.MX, 1000);

    assertThat(figures.ofTheBestPeer(Kind.HIT)).hasValue(200.0 / 160);
    assertThat(figures.of(Contender.ECHO, Kind.HIT)).hasValue(0.5);
    assertThat(figures.of(Contender.COREDNS, Kind.HIT)).hasValue(10);
  }

  @Test
  void whatWasNotMeasuredHasNoRatio() {
    add(Contender.ZONEWRIGHT, 300);
    add(Contender.ECHO, 400);

    assertThat(figures.ofTheBestPeer(Kind.HIT)).isEmpty();
    assertThat(figures.of(Contender.COREDNS, Kind.HIT)).isEmpty();
    assertThat(figures.of(Contender.ECHO, Kind.MX)).isEmpty();
  }

  private void add(Contender contender, double... rounds) {
    for (double round : rounds) {
      figures.add(contender, Kind.HIT, round);
    }
  }
}
