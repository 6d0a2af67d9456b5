package io.zonewright.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures as a page of Markdown: ratios first. */
final class Page {
  private Page() {}

  /** The whole page. */
  static String of(Function<Manner, Figures> manners, List<String> facts) {
    Figures figures = manners.apply(Manner.PLAIN);
    String list = facts.stream().map("- %s\n"::formatted).collect(Collectors.joining());
    return """
        # Side by side

        Written by `make bench`. Only ratios within one run mean anything: a figure is right answers over the CPU time of the
        server's processes, the median of the rounds, and differs from machine to machine and from hour to hour.

        ![Queries per CPU-second of each server and kind](side-by-side.svg)

        ## Ratios

        Zonewright's figure over that of the best peer, of a bare C program that sends each packet back, and of CoreDNS.

        %s
        ## Other manners of asking

        The figure with EDNS and DO, and over IPv6, over the one of the same server without EDNS over IPv4. That of the echo is what
        longer packets and the other family cost on the socket alone.

        %s
        ## Thousands of queries per CPU-second

        %s
        ## How it was measured

        %s"""
        .formatted(ratios(figures), others(manners), thousands(figures), list);
  }

  private static String ratios(Figures figures) {
    Stream<String> rows =
        rows(
            kind ->
                Stream.of(
                    text("%.2f", figures.ofTheBestPeer(kind)),
                    text("%.2f", figures.of(Contender.ECHO, kind)),
                    text("%.1f", figures.of(Contender.COREDNS, kind))));
    String head = row("kind", "of the best peer", "of the echo", "times CoreDNS");
    return table(head, rows);
  }

  private static Stream<String> rows(Function<Kind, Stream<String>> cells) {
    return Stream.of(Kind.values())
        .map(kind -> row(kind.toString(), cells.apply(kind).toArray(String[]::new)));
  }

  private static String others(Function<Manner, Figures> manners) {
    List<Manner> others = Stream.of(Manner.values()).filter(m -> m != Manner.PLAIN).toList();
    Stream<String> rows =
        rows(kind -> others.stream().flatMap(manner -> besideTheEcho(manners, manner, kind)));
    String[] heads =
        others.stream()
            .flatMap(manner -> Stream.of(manner.toString(), "the same, echo"))
            .toArray(String[]::new);
    return table(row("kind", heads), rows);
  }

  private static Stream<String> besideTheEcho(
      Function<Manner, Figures> manners, Manner manner, Kind kind) {
    Figures plain = manners.apply(Manner.PLAIN);
    return Stream.of(Contender.ZONEWRIGHT, Contender.ECHO)
        .map(who -> text("%.2f", manners.apply(manner).ofTheSame(who, kind, plain)));
  }

  private static String thousands(Figures figures) {
    Stream<String> rows =
        figures.contenders().stream()
            .map(
                contender ->
                    row(
                        contender.toString(),
                        cells(kind -> thousands(figures.median(contender, kind)))));
    return table(row("server", cells(Kind::toString)), rows);
  }

  private static String[] cells(Function<Kind, String> text) {
    return Stream.of(Kind.values()).map(text).toArray(String[]::new);
  }

  private static String thousands(OptionalDouble queries) {
    return text("%.0f", queries.stream().map(value -> value / 1000).findFirst());
  }

  private static String text(String format, OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
  }

  private static String table(String head, Stream<String> rows) {
    String line = head.replaceAll("[^|\n]+", "---");
    return head + line + rows.collect(Collectors.joining());
  }

  private static String row(String first, String... others) {
    return "| " + first + " | " + String.join(" | ", others) + " |\n";
  }
}
