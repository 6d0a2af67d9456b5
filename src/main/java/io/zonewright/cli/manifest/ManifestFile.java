package io.zonewright.cli.manifest;

import java.nio.file.Path;
import java.util.List;

/**
 * What a file holds.
 *
 * @param file its path as the user named it
 * @param readable whether it is YAML; otherwise it has no objects
 * @param objects zones and record sets, those that cannot be read included
 * @param problems of the file itself, not of its objects
 */
public record ManifestFile(
    Path file, boolean readable, List<ManifestObject> objects, List<Problem> problems) {
  /** Copies the lists. */
  public ManifestFile {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
  }
}
