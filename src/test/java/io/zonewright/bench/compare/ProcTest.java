package io.zonewright.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel tells under {@code /proc} is read as it means it. */
class ProcTest {
  @Test
  void cpuTimeIsThatOfUserAndSystem() {
    String stat = "7 (a) b (c) S 1 7 7 0 -1 4194560 99 98 97 96 1200 34 95 94 20 0 1 0 55 44 33";

    assertThat(CpuTime.ticks(stat)).isEqualTo(1234);
    assertThat(CpuTime.seconds(1234)).isEqualTo(12.34);
    assertThat(CpuTime.seconds(0)).isEqualTo(0.01);
  }

  @Test
  void processorsAreListedByRanges() {
    assertThat(Processors.numbers("0,2-4,9")).containsExactly(0, 2, 3, 4, 9);
  }

  @Test
  void aFactIsTheFirstOfItsKey(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("cpuinfo");
    Files.writeString(file, "processor : 0\nmodel name\t: One: 1\nmodel name : Two\nNAME=\"x\"\n");

    assertThat(Machine.value(file, "model name", "-")).isEqualTo("One: 1");
    assertThat(Machine.value(file, "NAME", "-")).isEqualTo("\"x\"");
    assertThat(Machine.value(file, "absent", "-")).isEqualTo("-");
    assertThat(Machine.value(folder.resolve("absent"), "NAME", "-")).isEqualTo("-");
  }
}
