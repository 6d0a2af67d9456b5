package io.zonewright.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the classes of a process came from, as {@code -Xlog:class+load} tells. */
final class LoadedClasses {
  private LoadedClasses() {}

  /** The option that has it told to a file. */
  static String toldTo(String file) {
    return "-Xlog:class+load:file=" + file + "::filecount=0";
  }

  /** More of our own classes than so many of ten came from the AOT cache. */
  static void assertOwnComeFromTheCache(Path log, int ofTen) throws IOException {
    List<String> own =
        Files.readAllLines(log).stream().filter(line -> line.contains(" io.zonewright.")).toList();
    assertThat(own).hasSizeGreaterThan(100);
    assertThat(own.stream().filter(line -> line.endsWith("source: shared objects file")).count())
        .as("of %d classes", own.size())
        .isGreaterThan((long) own.size() * ofTen / 10);
  }
}
