package io.zonewright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation that follows from something else; {@code make docs} writes it. */
public final class GeneratedPage {
  private GeneratedPage() {}

  /** Fails if the file differs from what it should be, or writes it when asked to. */
  public static void check(Path file, String expected) {
    try {
      if (Boolean.getBoolean("zonewright.update")) {
        Files.writeString(file, expected);
      }
      assertThat(Files.readString(file)).as("%s: run `make docs`", file).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
