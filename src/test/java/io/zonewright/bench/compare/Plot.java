package io.zonewright.bench.compare;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The figures as bars, a group for each kind, in SVG. */
final class Plot {
  private static final int LEFT = 90;
  private static final int TOP = 64;
  private static final int BAR = 14;
  private static final int GAP = 16;
  private static final int LONGEST = 560;
  private static final int WIDTH = LEFT + LONGEST + 70;
  private static final Map<Contender, String> COLOURS =
      Map.of(
          Contender.ZONEWRIGHT, "#d1495b",
          Contender.KNOT, "#00798c",
          Contender.NSD, "#30638e",
          Contender.POWERDNS, "#edae49",
          Contender.BIND, "#66a182",
          Contender.COREDNS, "#8d6a9f",
          Contender.ECHO, "#b8b8b8");

  private final Figures figures;
  private final List<Contender> contenders;
  private final double most;
  private final StringBuilder svg = new StringBuilder();
  private int y = TOP;

  private Plot(Figures figures) {
    this.figures = figures;
    this.contenders = List.copyOf(figures.contenders());
    this.most =
        contenders.stream()
            .flatMapToDouble(
                contender ->
                    Stream.of(Kind.values())
                        .flatMapToDouble(kind -> figures.median(contender, kind).stream()))
            .max()
            .orElse(1);
  }

  /** A whole SVG document. */
  static String of(Figures figures) {
    Plot plot = new Plot(figures);
    plot.legend();
    for (Kind kind : Kind.values()) {
      plot.group(kind);
    }
    return plot.document();
  }

  private void legend() {
    text(LEFT, 20, "Thousands of queries per CPU-second");
    int x = LEFT;
    for (Contender contender : contenders) {
      rectangle(x, 34, 12, COLOURS.getOrDefault(contender, "black"));
      text(x + 16, 45, contender.toString());
      x += 30 + 8 * contender.toString().length();
    }
  }

  private void group(Kind kind) {
    text(12, y + contenders.size() * BAR / 2 + 4, kind.toString());
    for (Contender contender : contenders) {
      OptionalDouble value = figures.median(contender, kind);
      if (value.isPresent()) {
        bar(contender, value.getAsDouble());
      }
      y += BAR;
    }
    y += GAP;
  }

  private void bar(Contender contender, double value) {
    int length = (int) Math.round(value / most * LONGEST);
    rectangle(LEFT, y, length, COLOURS.getOrDefault(contender, "black"));
    text(LEFT + length + 5, y + BAR - 3, "%.0f".formatted(value / 1000));
  }

  private void rectangle(int x, int top, int width, String colour) {
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
            .formatted(x, top, width, BAR - 2, colour));
  }

  private void text(int x, int baseline, String text) {
    add("<text x=\"%d\" y=\"%d\">%s</text>".formatted(x, baseline, text));
  }

  private void add(String element) {
    svg.append("  ").append(element).append('\n');
  }

  private String document() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="12">
          <rect width="100%%" height="100%%" fill="white"/>
        """
            .formatted(WIDTH, y)
        + svg
        + "</svg>\n";
  }
}
