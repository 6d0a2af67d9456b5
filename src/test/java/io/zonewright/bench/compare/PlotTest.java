package io.zonewright.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PlotTest {
  private final Figures figures = new Figures();

  @Test
  void aBarIsAsLongAsItsFigureIsLarge() throws Exception {
    figures.add(Contender.ZONEWRIGHT, Kind.HIT, 300_000);
    figures.add(Contender.ECHO, Kind.HIT, 600_000);

    List<Element> bars = bars();

    assertThat(bars).hasSize(2);
    assertThat(number(bars.get(1), "width")).isEqualTo(2 * number(bars.get(0), "width"));
    assertThat(Plot.of(figures)).contains(">300<", ">600<", ">Zonewright<", ">bare echo<", ">hit<");
  }

  @Test
  void barsDoNotOverlapAndStayWithinThePicture() throws Exception {
    int figure = 0;
    for (Contender contender : Contender.values()) {
      for (Kind kind : Kind.values()) {
        figures.add(contender, kind, ++figure);
      }
    }

    List<Element> bars = bars();

    assertThat(bars).hasSize(Contender.values().length * Kind.values().length);
    Element picture = document().getDocumentElement();
    int end = 0;
    for (Element bar : bars) {
      assertThat(number(bar, "y")).isGreaterThanOrEqualTo(end);
      end = number(bar, "y") + number(bar, "height");
      assertThat(number(bar, "x") + number(bar, "width")).isLessThan(number(picture, "width"));
    }
    assertThat(end).isLessThanOrEqualTo(number(picture, "height"));
  }

  /** Without the background and the legend. */
  private List<Element> bars() throws Exception {
    List<Element> bars = new ArrayList<>();
    NodeList rectangles = document().getElementsByTagName("rect");
    for (int i = 1 + figures.contenders().size(); i < rectangles.getLength(); i++) {
      bars.add((Element) rectangles.item(i));
    }
    return bars;
  }

  private Document document() throws Exception {
    byte[] svg = Plot.of(figures).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg));
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }
}
