package io.zonewright.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.testing.ControlPlane;
import io.zonewright.testing.Kubectl;
import io.zonewright.testing.OperatorProcess;
import io.zonewright.testing.Tools;
import io.zonewright.testing.WithControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code README.md} works as it is written there, beside the samples. */
@WithControlPlane
class ReadmeIT {
  private static final String FILE = "adatum.com.yaml";
  private static final String PORT = "5300";

  @TempDir private Path folder;
  private Kubectl kubectl;

  @BeforeEach
  void applyTheSamples(ControlPlane controlPlane) {
    kubectl = Kubectl.of(controlPlane);
    run("apply", "-k", "deploy/samples");
  }

  @AfterEach
  void deleteAll() {
    run("delete", "--ignore-not-found", "-f", folder.resolve(FILE).toString());
    run("delete", "-k", "deploy/samples");
  }

  @Test
  void theExampleIsReadyAndAnswered(ControlPlane controlPlane) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String example = between(readme, "## A zone and a record set", "## ");
    Files.writeString(folder.resolve(FILE), block(example, "yaml"));
    try (OperatorProcess operator = OperatorProcess.start(controlPlane)) {
      List<String> said = new ArrayList<>();
      for (String command : block(example, "sh").lines().toList()) {
        said.add(run(command, operator.dnsPort()));
      }
      assertThat(said).hasSizeGreaterThan(2).last().isEqualTo("2001:db8::10\n");
    }
  }

  private static String block(String text, String language) {
    return between(text, "```" + language + "\n", "```");
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private String run(String command, int port) {
    List<String> words = new ArrayList<>(Arrays.asList(command.split(" +")));
    words.replaceAll(word -> word.equals(FILE) ? folder.resolve(FILE).toString() : word);
    words.replaceAll(word -> word.equals(PORT) ? Integer.toString(port) : word);
    String program = words.removeFirst();
    return program.equals("kubectl")
        ? run(words.toArray(String[]::new))
        : successful(Tools.run(program, words));
  }

  private String run(String... arguments) {
    return successful(kubectl.run(arguments));
  }

  private static String successful(Tools.Result result) {
    assertThat(result.status()).as(result.output()).isZero();
    return result.output();
  }
}
