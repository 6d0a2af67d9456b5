package io.zonewright.zone.compile.file;

import java.nio.file.Path;

/**
 * Something in a zone file that is wrong, or only doubtful.
 *
 * @param file the file, which may be an included one
 * @param line from 1; 0 if it concerns the whole file
 * @param message one sentence for the user
 */
public record FileProblem(Path file, int line, String message) {
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
  }
}
