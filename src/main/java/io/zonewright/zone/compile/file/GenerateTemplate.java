package io.zonewright.zone.compile.file;

import io.zonewright.zone.compile.rdata.Token;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a {@code $GENERATE} in which {@code $} stands for the number, {@code $$} for itself,
 * and {@code ${offset,width,base}} for the number plus an offset, with leading zeros, in base d, o,
 * x, X, or as reversed nibbles with dots in between (n, N).
 */
final class GenerateTemplate {
  private static final Pattern SIGN =
      Pattern.compile(
          "\\\\.|\\$\\$|\\$\\{(-?[0-9]{1,10})(?:,([0-9]{1,2})(?:,([doxXnN]))?)?\\}|\\$");

  private final Token word;

  GenerateTemplate(Token word) {
    this.word = word;
  }

  /** The word for one number. */
  Token with(long number) {
    if (word.text().indexOf('$') < 0) {
      return word;
    }
    String text =
        SIGN.matcher(word.text())
            .replaceAll(match -> Matcher.quoteReplacement(substitute(match, number)));
    return new Token(text, word.quoted());
  }

  private static String substitute(MatchResult match, long number) {
    String sign = match.group();
    if (sign.startsWith("\\")) {
      return sign;
    }
    if (sign.equals("$$")) {
      return "$";
    }
    String offset = match.group(1);
    String width = match.group(2);
    String base = match.group(3);
    return number(
        offset == null ? number : number + Long.parseLong(offset),
        width == null ? 0 : Integer.parseInt(width),
        base == null ? "d" : base);
  }

  private static String number(long value, int width, String base) {
    return switch (base) {
      case "o" -> padded(Long.toOctalString(value), width);
      case "x" -> padded(Long.toHexString(value), width);
      case "X" -> padded(Long.toHexString(value).toUpperCase(Locale.ROOT), width);
      case "n" -> nibbles(value, width);
      case "N" -> nibbles(value, width).toUpperCase(Locale.ROOT);
      default -> padded(Long.toString(value), width);
    };
  }

  private static String padded(String digits, int width) {
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  /** The width counts the dots, as in BIND. */
  private static String nibbles(long value, int width) {
    StringBuilder out = new StringBuilder();
    long left = value;
    do {
      out.append(out.isEmpty() ? "" : ".").append(Character.forDigit((int) (left & 0xf), 16));
      left >>>= 4;
    } while (left != 0 || out.length() + 1 < width);
    return out.toString();
  }
}
