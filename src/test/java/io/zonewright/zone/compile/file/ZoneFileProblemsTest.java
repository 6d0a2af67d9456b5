package io.zonewright.zone.compile.file;

import static io.zonewright.zone.compile.file.ZoneFiles.APEX;
import static io.zonewright.zone.compile.file.ZoneFiles.HEAD;
import static io.zonewright.zone.compile.file.ZoneFiles.problems;
import static io.zonewright.zone.compile.file.ZoneFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ZoneFileProblemsTest {
  @TempDir Path directory;

  static Stream<Arguments> bad() {
    return Stream.of(
        bad(
            "www A 192.0.2.300",
            "contoso.zone:3: '192.0.2.300' is not an IPv4 address; write A data such as"
                + " '192.0.2.10'"),
        bad(
            "www B 192.0.2.3",
            "contoso.zone:3: 'B' is not a record type; write a mnemonic such as MX, or TYPE65280"
                + " for a type without one"),
        bad("www ANY x", "contoso.zone:3: ANY is not a type of data; leave the line out"),
        bad(
            "www 3600",
            "contoso.zone:3: the line has no record type; write for example 'www A 192.0.2.10'"),
        bad(
            "www 99999999999 A 192.0.2.1",
            "contoso.zone:3: '99999999999' is not a TTL between 0 and 2147483647 seconds; write for"
                + " example 3600 or 1h30m"),
        bad("www CH A 192.0.2.1", "contoso.zone:3: class CH is not served; write IN, or no class"),
        bad(
            "www.example. A 192.0.2.1",
            "contoso.zone:3: 'www.example.' lies outside the zone contoso.com.; leave it out"),
        bad(
            "a..b A 192.0.2.1",
            "contoso.zone:3: 'a..b' is not a name: a name has no empty label: two dots, or a dot in"
                + " front; write for example 'www' or 'www.example.com.'"),
        bad(
            "www TXT \"abc",
            "contoso.zone:3: a quoted text has no closing '\"' in its line; write one, or '\\\"'"
                + " for a quote in the text"),
        bad(
            "www MX 10 )",
            "contoso.zone:3: a ')' closes a parenthesis that never opened; write it in quotes or as"
                + " \\)"),
        bad(
            "www A ( 192.0.2.1",
            "contoso.zone:3: the parenthesis that opens in line 3 is never closed; write a ')'"),
        bad(
            "www TXT x\\",
            "contoso.zone:3: a '\\' ends the line; write '\\\\' for a backslash itself"),
        bad(
            "$TTL x",
            "contoso.zone:3: 'x' is not a TTL between 0 and 2147483647 seconds; write for example"
                + " 3600 or 1h30m"),
        bad(
            "$FOO a",
            "contoso.zone:3: '$FOO' with 1 words is not a directive; write $ORIGIN NAME, $TTL TIME,"
                + " $INCLUDE FILE [ORIGIN] or $GENERATE RANGE NAME TYPE DATA"),
        bad(
            "$GENERATE 3-1 a$ A 192.0.2.$",
            "contoso.zone:3: '3-1' is not a range; write for example 1-254 or 0-254/2"),
        bad(
            "$GENERATE 0-9999999999 a$ A 192.0.2.1",
            "contoso.zone:3: $GENERATE makes at most 1048576 records in all; write a shorter"
                + " range"),
        bad(
            "$GENERATE 250-300 a$ A 192.0.2.$",
            "contoso.zone:3: '192.0.2.256' is not an IPv4 address; write A data such as"
                + " '192.0.2.10'"),
        bad(
            "$INCLUDE ../other.zone",
            "contoso.zone:3: '../other.zone' lies outside the directory of the zone file; put it"
                + " there"),
        bad(
            "$INCLUDE /etc/hostname",
            "contoso.zone:3: '/etc/hostname' lies outside the directory of the zone file; put it"
                + " there"),
        bad(
            "$INCLUDE nothing.inc",
            "contoso.zone:3: 'nothing.inc' does not exist; name a file beside the zone file"),
        bad("$INCLUDE .", "contoso.zone:3: '.' is not a file; write the name of one"),
        bad(
            "$INCLUDE contoso.zone",
            "contoso.zone:3: the file includes itself; take the $INCLUDE out"),
        bad(
            "c A 192.0.2.1\nc CNAME a",
            "contoso.zone:4: c.contoso.com. has a CNAME and also A (line 3); a CNAME stands alone,"
                + " so leave one of them out"),
        bad(
            "c CNAME a\nc CNAME b",
            "contoso.zone:3: c.contoso.com. has several CNAME records; write only one"),
        bad(
            "d DNAME a\nd DNAME b",
            "contoso.zone:3: d.contoso.com. has several DNAME records; write only one"),
        bad(
            "@ SOA a b 2 7200 900 1209600 300",
            "contoso.zone:1: contoso.com. has several SOA records; write only one"),
        bad(
            "sub SOA a b 2 7200 900 1209600 300",
            "contoso.zone:3: a SOA stands at sub.contoso.com., which is not the apex; leave it"
                + " out"),
        bad(
            "x.y.d A 192.0.2.1\nd DNAME a",
            "contoso.zone:3: x.y.d.contoso.com. lies below the DNAME of d.contoso.com. and would"
                + " never be served; leave it out"));
  }

  private static Arguments bad(String text, String problem) {
    return Arguments.of(text, problem);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void namesFileAndLineAndWhatToWrite(String text, String problem) {
    assertThat(problems(read(directory, HEAD + text + "\n"))).containsExactly(problem);
  }

  @Test
  void reportsEveryLineThatIsWrong() {
    String text =
        HEAD
            + """
            a A 1
              A 2
            b..c A 192.0.2.1
              A 192.0.2.2
            d A 3
            """;

    assertThat(read(directory, text))
        .isInstanceOfSatisfying(
            ZoneFileReader.Result.Failed.class,
            failed ->
                assertThat(failed.problems())
                    .extracting(FileProblem::line)
                    .containsExactly(3, 4, 5, 7));
  }

  @Test
  void missesSoaAndNameServers() {
    assertThat(problems(read(directory, "$TTL 60\nwww A 192.0.2.1\n")))
        .containsExactly(
            "contoso.zone: there is no SOA record of contoso.com.; write one, such as '@ SOA ns1"
                + " hostmaster 1 7200 900 1209600 300'",
            "contoso.zone: there is no NS record of contoso.com.; write one, such as '@ NS ns1'");
  }

  @Test
  void doesNotMissASoaThatItCouldNotRead() {
    assertThat(problems(read(directory, "$TTL 60\n@ SOA a b x 1 2 3 4\n@ NS a\na A 192.0.2.1\n")))
        .containsExactly(
            "contoso.zone:2: 'x' is not a serial between 0 and 4294967295; write SOA data such as"
                + " 'ns1.contoso.com. hostmaster.contoso.com. 1 7200 900 1209600 300'");
  }

  @Test
  void missesATtlOrAnOwnerWhereNoneWasGiven() {
    assertThat(problems(read(directory, "  A 192.0.2.1\nwww A 192.0.2.1\n")))
        .startsWith(
            "contoso.zone:1: the line has no owner name; write one in the first column",
            "contoso.zone:2: the record has no TTL; write '$TTL 3600' at the top of the file");
  }

  @Test
  void doesNotFollowALinkOutOfTheDirectory() throws Exception {
    Path outside = ZoneFiles.write(directory, "outside/secret", "www A 192.0.2.1\n");
    Path zones = Files.createDirectory(directory.resolve("zones"));
    Files.createSymbolicLink(zones.resolve("a.inc"), outside);

    assertThat(problems(read(zones, HEAD + "$INCLUDE a.inc\n")))
        .containsExactly(
            "contoso.zone:3: 'a.inc' is a link that leads out of the directory of the zone file;"
                + " put it there");
  }

  @Test
  void stopsIncludesThatGrowWithoutEnd() {
    ZoneFiles.write(directory, "a.inc", "$INCLUDE b.inc\n$INCLUDE b.inc\n");
    ZoneFiles.write(directory, "b.inc", "$INCLUDE a.inc\n");
    for (int i = 0; i < 12; i++) {
      String next = "$INCLUDE d" + (i + 1) + ".inc\n";
      ZoneFiles.write(directory, "d" + i + ".inc", next + next);
    }
    ZoneFiles.write(directory, "d12.inc", "\n");

    assertThat(problems(read(directory, HEAD + "$INCLUDE a.inc\n")))
        .contains("b.inc:1: the file includes itself; take the $INCLUDE out");
    assertThat(problems(read(directory, HEAD + "$INCLUDE d0.inc\n")))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .endsWith("there are too many $INCLUDEs, at most 16 deep and 1000 in all"));
  }

  @Test
  void saysThatAFileCannotBeReadAndNothingElse() {
    Path missing = directory.resolve("missing.zone");

    ZoneFileReader.Result result = ZoneFileReader.read(missing, APEX);

    assertThat(problems(result))
        .containsExactly("missing.zone: the file cannot be read; name a file that exists");
    assertThat(result.filesRead()).containsExactly(missing);
  }

  @Test
  void looksAgainForAnIncludedFileThatDidNotExist() {
    assertThat(read(directory, HEAD + "$INCLUDE later.inc\n").filesRead())
        .contains(directory.resolve("later.inc"));
  }

  @Test
  void showsOnlyTheFirstOfVeryManyProblems() {
    assertThat(problems(read(directory, HEAD + "x A 1\n".repeat(500))))
        .hasSize(101)
        .last()
        .isEqualTo("contoso.zone:103: there is more; only the first 100 are shown");
  }

  @Test
  void neverThrowsWhateverTheFileHolds() {
    Random random = new Random(5);
    String[] parts = {
      "@",
      "www",
      " ",
      "\n",
      "\t",
      "(",
      ")",
      "\"",
      ";",
      "\\",
      "$",
      "$TTL",
      "$ORIGIN",
      "$INCLUDE",
      "$GENERATE",
      "1-3",
      "IN",
      "CH",
      "A",
      "MX",
      "TXT",
      "SOA",
      "CNAME",
      "DNAME",
      "NS",
      "10",
      "1h",
      "192.0.2.1",
      "a.b.",
      ".",
      "..",
      "\\#",
      "c0",
      "contoso.zone",
      "${0,9,n}",
      "${",
      "é",
      "\u0000"
    };
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? HEAD : "");
      for (int words = random.nextInt(60); words > 0; words--) {
        text.append(parts[random.nextInt(parts.length)]).append(random.nextInt(3) == 0 ? "" : " ");
      }
      assertThat(read(directory, text.toString())).isNotNull();
    }
  }
}
