package io.zonewright.zone.compile.file;

import io.zonewright.zone.compile.rdata.Parsed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The range of a {@code $GENERATE}: {@code start-stop} or {@code start-stop/step}. */
record GenerateRange(long start, long stop, long step) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,10})-([0-9]{1,10})(?:/([0-9]{1,10}))?");

  static Parsed<GenerateRange> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      String step = matcher.group(3);
      GenerateRange range =
          new GenerateRange(
              Long.parseLong(matcher.group(1)),
              Long.parseLong(matcher.group(2)),
              step == null ? 1 : Long.parseLong(step));
      if (range.start <= range.stop && range.step > 0) {
        return new Parsed.Good<>(range);
      }
    }
    return new Parsed.Bad<>("'" + text + "' is not a range; write for example 1-254 or 0-254/2");
  }

  /** How many numbers it has. */
  long count() {
    return (stop - start) / step + 1;
  }
}
