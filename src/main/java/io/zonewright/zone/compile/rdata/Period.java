package io.zonewright.zone.compile.rdata;

import java.util.OptionalLong;

/** Periods of time in seconds, or with BIND's units as in {@code 1h30m}: w, d, h, m and s. */
public final class Period {
  private static final long LIMIT = 0xffff_ffffL;

  private Period() {}

  /** The seconds, at most 4294967295; empty if the text is no period. */
  public static OptionalLong parse(String text) {
    long total = 0;
    long number = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      long unit = unit(c);
      if (c >= '0' && c <= '9') {
        number = Math.max(number, 0) * 10 + (c - '0');
      } else if (unit > 0 && number >= 0) {
        total += number * unit;
        number = -1;
      } else {
        return OptionalLong.empty();
      }
      if (number > LIMIT || total > LIMIT) {
        return OptionalLong.empty();
      }
    }
    return sum(text, total, number);
  }

  private static OptionalLong sum(String text, long total, long number) {
    boolean unitsThenBareNumber = total > 0 && number >= 0;
    long sum = total + Math.max(number, 0);
    return text.isEmpty() || unitsThenBareNumber || sum > LIMIT
        ? OptionalLong.empty()
        : OptionalLong.of(sum);
  }

  private static long unit(char c) {
    return switch (c) {
      case 's', 'S' -> 1;
      case 'm', 'M' -> 60;
      case 'h', 'H' -> 3600;
      case 'd', 'D' -> 86_400;
      case 'w', 'W' -> 604_800;
      default -> 0;
    };
  }
}
