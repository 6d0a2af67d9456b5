package io.zonewright.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.operator.status.StatusReason;
import io.zonewright.zone.compile.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/reasons.md} explains each reason that a condition may give, and no other. */
class ReasonsTest {
  @Test
  void eachReasonHasARowAndNoneIsInvented() throws IOException {
    List<String> reasons =
        Stream.concat(
                Stream.of(Reason.values()).map(Reason::text),
                Stream.of(StatusReason.values()).map(StatusReason::text))
            .toList();
    assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(reasons);
  }

  @ParameterizedTest
  @EnumSource
  void whetherToWaitOrToActIsAsTheReasonSays(Reason reason) throws IOException {
    assertThat(rows().get(reason.text()))
        .contains("False", reason.waits() ? "Reconciling" : "Stalled");
  }

  @Test
  void eachRowSaysWhatItMeansAndWhatToDo() throws IOException {
    assertThat(rows().values())
        .allSatisfy(
            cells -> assertThat(cells).hasSize(6).last().asString().isNotBlank().endsWith("."));
  }

  /** The cells of each row, by its reason. */
  private static Map<String, List<String>> rows() throws IOException {
    return Files.readAllLines(Path.of("docs", "reasons.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
        .collect(Collectors.toMap(cells -> cells.get(1).replace("`", ""), Function.identity()));
  }
}
