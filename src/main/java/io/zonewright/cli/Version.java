package io.zonewright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"zonewright " + number()};
  }

  private static String number() throws IOException {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      return in == null
          ? "(unknown)"
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
