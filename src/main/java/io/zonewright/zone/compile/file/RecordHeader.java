package io.zonewright.zone.compile.file;

import io.zonewright.dns.RRType;
import io.zonewright.zone.compile.rdata.Parsed;
import io.zonewright.zone.compile.rdata.Period;
import io.zonewright.zone.compile.rdata.Token;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What stands between the owner name and the data of a record: TTL and class in either order and
 * both optional, then the type (RFC 1035 section 5.1).
 *
 * @param ttl in seconds, or -1 if it is left out
 * @param type the record type
 * @param dataAt the index of the first word of the data
 */
record RecordHeader(int ttl, int type, int dataAt) {
  static final int NO_TTL = -1;

  /** Reads the words from {@code at} on. */
  static Parsed<RecordHeader> read(List<Token> tokens, int at) {
    boolean classSeen = false;
    int ttl = NO_TTL;
    for (int i = at; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      if (!classSeen && isClass(word)) {
        if (!isInternet(word)) {
          return new Parsed.Bad<>("class " + word + " is not served; write IN, or no class");
        }
        classSeen = true;
      } else if (ttl == NO_TTL && startsWithDigit(word)) {
        Parsed<Integer> parsed = ttl(word);
        if (parsed instanceof Parsed.Bad<Integer> bad) {
          return new Parsed.Bad<>(bad.message());
        }
        ttl = ((Parsed.Good<Integer>) parsed).value();
      } else {
        return type(word, ttl, i + 1);
      }
    }
    return new Parsed.Bad<>("the line has no record type; write for example 'www A 192.0.2.10'");
  }

  /** Reads a TTL, with or without units. */
  static Parsed<Integer> ttl(String word) {
    OptionalLong seconds = Period.parse(word);
    if (seconds.isEmpty() || seconds.getAsLong() > Integer.MAX_VALUE) {
      return new Parsed.Bad<>(
          "'"
              + word
              + "' is not a TTL between 0 and 2147483647 seconds; write for example 3600 or"
              + " 1h30m");
    }
    return new Parsed.Good<>((int) seconds.getAsLong());
  }

  private static Parsed<RecordHeader> type(String word, int ttl, int dataAt) {
    OptionalInt type = RRType.parse(word.toUpperCase(Locale.ROOT));
    if (type.isEmpty()) {
      return new Parsed.Bad<>(
          "'"
              + word
              + "' is not a record type; write a mnemonic such as MX, or TYPE65280 for a"
              + " type without one");
    }
    if (RRType.isMeta(type.getAsInt())) {
      return new Parsed.Bad<>(word + " is not a type of data; leave the line out");
    }
    return new Parsed.Good<>(new RecordHeader(ttl, type.getAsInt(), dataAt));
  }

  private static boolean startsWithDigit(String word) {
    return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
  }

  private static boolean isClass(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "IN", "CH", "HS", "CS" -> true;
      default -> word.regionMatches(true, 0, "CLASS", 0, 5) && word.length() > 5;
    };
  }

  private static boolean isInternet(String word) {
    return "IN".equalsIgnoreCase(word) || "CLASS1".equalsIgnoreCase(word);
  }
}
