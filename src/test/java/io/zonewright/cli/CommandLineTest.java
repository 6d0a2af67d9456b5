package io.zonewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @ParameterizedTest
  @ValueSource(strings = {"--help", "serve --help", "check --help", "-h"})
  void helpsEverywhere(String arguments) {
    CommandRun run = CommandRun.of(arguments.split(" "));

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("Usage: zonewright").contains("--version", "--help");
  }

  @Test
  void namesTheCommandsAndOptionsInItsHelp() {
    assertThat(CommandRun.of("--help").out())
        .contains("serve", "check", "--listen", "--namespace", "--nsid", "ZONEWRIGHT_LISTEN");
    assertThat(CommandRun.of("serve", "--help").out())
        .contains("--manifests", "--zone-file", "--listen", "--nsid", "--steer-by", "Example:")
        .contains("--workers");
    assertThat(CommandRun.of("check", "--help").out())
        .contains("PATH", "--zone-file", "Exit status:");
  }

  @Test
  void tellsTheVersionOfTheBuild() {
    assertThat(CommandRun.of("--version").out()).matches("zonewright \\d+\\.\\d+\\.\\S+\\R");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --listen foo                    | the listen address 'foo' has no port
          --listen                        | Missing required parameter
          serve                           | nothing to serve; name --manifests PATH or --zone-file
          serve --manifests x --listen :x | no valid port
          serve --manifests x --workers 0 | the number of UDP workers is from 1 to 256, not 0
          serve --manifests x --workers a | the number of UDP workers is from 1 to 256, not 'a'
          serve --zone-file example.com   | names no zone and file; write ZONE=FILE
          serve --zone-file a..b=x        | 'a..b=x'
          check                           | nothing to check; name files or directories
          check --frob                    | Unknown option: '--frob'
          serv                            | Did you mean: zonewright serve?
          """)
  void saysInASentenceWhatIsWrongWithItsArguments(String arguments, String expected) {
    CommandRun run = CommandRun.of(arguments.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("zonewright")
        .contains(expected, "--help")
        .doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "serve --manifests x "})
  void refusesALongNsid(String command) {
    CommandRun run = CommandRun.of((command + "--nsid " + "n".repeat(200)).split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("nsid has at most 128 octets in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check absent.yaml",
        "serve --manifests absent.yaml",
        "serve --zone-file example.com=absent.zone"
      })
  void namesAFileThatIsNotThere(String arguments) {
    CommandRun run = CommandRun.of(arguments.split(" "));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).matches("zonewright \\w+: cannot read absent\\.\\w+; name a file.*\\R");
  }
}
