package io.zonewright.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests that are made to break their reader get a sentence each. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileManifestsTest {
  private static final String ZONE =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsZone
      metadata: {name: contoso-com}
      spec:
        zoneName: contoso.com
        nameServers: [{name: ns1.contoso.net.}]
      """;

  @TempDir private Path directory;

  @Test
  void aListThatContainsItself() throws IOException {
    assertOneError("kind: List\nitems: &a\n- {kind: List, items: *a}\n", ":3: ", "List in a List");
  }

  @Test
  void listsOfListsThatDouble() throws IOException {
    StringBuilder bomb = new StringBuilder("kind: List\nitems:\n- &l0 {kind: Other}\n");
    for (int i = 1; i <= 24; i++) {
      bomb.append("- &l%1$d {kind: List, items: [*l%2$d, *l%2$d]}%n".formatted(i, i - 1));
    }

    CommandRun run = check(bomb.toString().getBytes(UTF_8));
    assertThat(run.status()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("List in a List").hasSizeLessThan(10_000);
  }

  @Test
  void aTreeOfAliasesThatDoubles() throws IOException {
    StringBuilder bomb = new StringBuilder(ZONE + "extra:\n- &x0 [x, x]\n");
    for (int i = 1; i <= 24; i++) {
      bomb.append("- &x%1$d [*x%2$d, *x%2$d]%n".formatted(i, i - 1));
    }
    assertOneError(bomb.toString(), "DnsZone default/contoso-com", "too deeply or too large");
  }

  @Test
  void deepNesting() throws IOException {
    assertOneError("a: " + "[".repeat(100_000), "hostile.yaml: ", "not valid YAML: ");
  }

  @Test
  void octetsThatAreNoText() throws IOException {
    CommandRun run = check(new byte[] {(byte) 0xfe, (byte) 0xff, 0, 1, 2, (byte) 0x80});
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("hostile.yaml: not ");
  }

  @Test
  void tabsAsIndentation() throws IOException {
    assertOneError("spec:\n\tzoneName: contoso.com\n", ":2: ", "not valid YAML: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e999999999", "0x7fffffff", "0o17", ".inf", "12:30"})
  void numbersThatAreNoTtl(String number) throws IOException {
    assertOneError(ZONE + "  defaultTtl: " + number + "\n", "spec.defaultTtl", "");
  }

  @Test
  void aNumberOfAMillionDigits() throws IOException {
    assertOneError(ZONE + "  defaultTtl: " + "9".repeat(1_000_000) + "\n", "spec.defaultTtl", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "---\n---\n", "# nothing\n", "\ufeff", "null\n", "~\n"})
  void nothingIsNothingWrong(String text) throws IOException {
    assertThat(check(text.getBytes(UTF_8)).status()).isZero();
  }

  @Test
  void aByteOrderMarkAndOtherLineEndsAreNothingWrong() throws IOException {
    CommandRun run = check(("\ufeff" + ZONE.replace("\n", "\r\n")).getBytes(UTF_8));
    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.out()).startsWith("1 objects");
  }

  private void assertOneError(String text, String where, String what) throws IOException {
    CommandRun run = check(text.getBytes(UTF_8));
    assertThat(run.status()).as(run.out()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(
            run.out()
                .lines()
                .filter(line -> !line.contains(": note: ") && !line.contains(" checked: ")))
        .as(run.out())
        .singleElement()
        .asString()
        .contains(where)
        .contains(what)
        .hasSizeLessThan(500);
  }

  private CommandRun check(byte[] octets) throws IOException {
    Path file = directory.resolve("hostile.yaml");
    Files.write(file, octets);
    return CommandRun.of("check", file.toString());
  }
}
