package io.zonewright.zone.compile.file;

import static io.zonewright.zone.compile.file.ZoneFiles.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plain lines are read on a short way of their own. A comment at the end of a line has it read on
 * the long one, and both must give the same, problems included.
 */
class PlainLinesTest {
  /** Words of which lines are made, many of them where they do not belong. */
  private static final String[] WORDS = {
    "www",
    "WWW",
    "@",
    "*",
    "a.b",
    "a..b",
    ".",
    "..",
    ".a",
    "www.contoso.com.",
    "other.example.",
    "$TTL",
    "$ORIGIN",
    "$x",
    "-",
    "_sip._tcp",
    "a/b",
    "x".repeat(63),
    "x".repeat(64),
    ("x".repeat(63) + ".").repeat(3) + "x".repeat(45),
    ("x".repeat(63) + ".").repeat(3) + "x".repeat(60),
    ("x".repeat(63) + ".").repeat(3) + "x".repeat(61) + ".",
    ("x".repeat(63) + ".").repeat(3) + "x".repeat(61) + ".x",
    ("x".repeat(63) + ".").repeat(3) + "x".repeat(62) + ".",
    "A",
    "a",
    "AAAA",
    "Aaaa",
    "NS",
    "CNAME",
    "PTR",
    "MX",
    "TXT",
    "SOA",
    "TYPE1",
    "TYPE65280",
    "IN",
    "in",
    "In",
    "CH",
    "CLASS1",
    "0",
    "300",
    "00300",
    "1h",
    "999999999",
    "2147483647",
    "2147483648",
    "4294967296",
    "-1",
    "+1",
    "65535",
    "65536",
    "192.0.2.1",
    "192.0.2.01",
    "192.0.2",
    "192.0.2.256",
    "192.0.2.1.",
    "1.2.3.4.5",
    "2001:db8::1",
    "2001:DB8::1",
    "::",
    "::1",
    "1::",
    ":::",
    "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "::ffff:192.0.2.1",
    "1::2::3",
    "12345::",
    "g::",
    ":1",
    "1:",
    "::192.0.2.1:1",
    "\\#",
    "4",
    "c0000201",
    "a\\.b",
    "\\097",
    "b\u00fc",
    "'",
    "\u007f",
    "(",
    ")",
    "\"q\""
  };

  private static final String[] BLANKS = {" ", "  ", "\t", " \t", " \r"};

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theShortWayReadsWhatTheLongWayReads(long seed) {
    Random random = new Random(seed);
    for (int file = 0; file < 100; file++) {
      List<String> lines = new ArrayList<>();
      for (int line = random.nextInt(6); line >= 0; line--) {
        lines.add(randomLine(random));
      }
      assertSame(lines);
    }
  }

  @Test
  void commonLinesAreReadAlike() {
    assertSame(
        List.of(
            "www 300 IN A 192.0.2.1",
            "    IN 300 AAAA 2001:db8::1",
            "WWW A 192.0.2.2",
            "$ORIGIN sub",
            "www A 192.0.2.3",
            "@ MX 010 mail",
            "  MX 65536 mail",
            "  CNAME ."));
  }

  @Test
  void theLastLineNeedsNoEnd() {
    ZoneFileReader.Result.Loaded loaded =
        ZoneFiles.loaded(directory, HEAD + "a A 192.0.2.1\nb 60 A 192.0.2.2");
    assertThat(ZoneFiles.lines(loaded.zone()))
        .containsExactly("a.contoso.com. 3600 A 192.0.2.1", "b.contoso.com. 60 A 192.0.2.2");
  }

  @Test
  void linesCountOnBothWays() {
    String text = HEAD + "a A 192.0.2.1\n\n; comment\nb A 192.0.2.2\n\nc A 192.0.2\n";
    assertThat(ZoneFiles.problems(ZoneFiles.read(directory, text)))
        .singleElement()
        .asString()
        .startsWith("contoso.zone:8:");
  }

  private void assertSame(List<String> lines) {
    String plain = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    String commented = lines.stream().map(line -> line + " ;\n").collect(Collectors.joining());
    assertThat(outcome(plain)).as(plain).isEqualTo(outcome(commented));
  }

  private List<String> outcome(String lines) {
    return switch (ZoneFiles.read(directory, HEAD + lines)) {
      case ZoneFileReader.Result.Loaded loaded -> {
        List<String> told = new ArrayList<>(ZoneFiles.lines(loaded.zone()));
        told.addAll(ZoneFiles.texts(loaded.warnings()));
        yield told;
      }
      case ZoneFileReader.Result.Failed failed -> ZoneFiles.texts(failed.problems());
    };
  }

  /** Half of them right, the others with a word where it does not belong. */
  private static String randomLine(Random random) {
    StringBuilder line = new StringBuilder();
    if (random.nextInt(4) > 0) {
      line.append(random.nextInt(3) > 0 ? "www" + random.nextInt(3) : word(random));
    }
    blank(random, line);
    if (random.nextInt(3) == 0) {
      blank(random, line.append(random.nextInt(2) == 0 ? "300" : word(random)));
    }
    if (random.nextInt(3) == 0) {
      blank(random, line.append(random.nextInt(4) > 0 ? "IN" : word(random)));
    }
    String[] rights = {
      "A 192.0.2.7", "AAAA 2001:db8::7", "MX 10 mail", "NS ns.example.", "PTR a.b.", "CNAME a"
    };
    if (random.nextInt(2) == 0) {
      return line.append(rights[random.nextInt(rights.length)]).toString();
    }
    blank(
        random, line.append(random.nextInt(2) == 0 ? WORDS[21 + random.nextInt(8)] : word(random)));
    for (int more = random.nextInt(3); more >= 0; more--) {
      blank(random, line.append(word(random)));
    }
    return line.toString();
  }

  private static String word(Random random) {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private static void blank(Random random, StringBuilder line) {
    line.append(BLANKS[random.nextInt(BLANKS.length)]);
  }
}
