package io.zonewright.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zone files that are made to break their reader get a sentence each. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileZoneFilesTest {
  private static final String ZONE =
      """
      @ 300 SOA ns1.example. hostmaster 1 7200 900 1209600 300
      @ 300 NS ns1.example.
      """;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"", "www TXT \"", "www TXT ", "www TXT \\065", "; "})
  void aLineWithoutEnd(String start) throws IOException {
    byte[] head = (ZONE + start).getBytes(UTF_8);
    byte[] text = Arrays.copyOf(head, 50_000_000);
    Arrays.fill(text, head.length, text.length, (byte) 'a');

    assertOneError(write(text), "zone:3: a record or comment is longer than 1048576 octets");
  }

  @Test
  void wordsWithoutEnd() throws IOException {
    String text = ZONE + "www TXT " + "a ".repeat(5_000_000);
    assertOneError(write(text.getBytes(UTF_8)), "zone:3: a record or comment is longer than");
  }

  @Test
  void aPipeThatNobodyWritesTo() throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertOneError(pipe, "pipe: this is not a file; write the name of one");
  }

  @Test
  void aDirectory() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    assertOneError(other, "other: this is not a file; write the name of one");
  }

  @Test
  void aByteOrderMarkAndOtherLineEndsAreNothingWrong() throws IOException {
    CommandRun run = check(write(("\ufeff" + ZONE.replace("\n", "\r\n")).getBytes(UTF_8)));
    assertThat(run.status()).as(run.out()).isZero();
  }

  private Path write(byte[] octets) throws IOException {
    return Files.write(directory.resolve("zone"), octets);
  }

  private static void assertOneError(Path file, String what) {
    CommandRun run = check(file);
    assertThat(run.status()).as(run.out()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> !line.contains(" checked: ")))
        .singleElement()
        .asString()
        .contains(what)
        .hasSizeLessThan(500);
  }

  private static CommandRun check(Path file) {
    return CommandRun.of("check", "--zone-file", "example.com=" + file);
  }
}
