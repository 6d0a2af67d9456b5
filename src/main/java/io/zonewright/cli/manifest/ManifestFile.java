package io.zonewright.cli.manifest;

import java.nio.file.Path;
import java.util.List;

/**
 * What a file holds.
 *
 * @param file its path as the user named it
 * @param state how far it could be read; only one that was read has objects
 * @param objects zones and record sets, those that cannot be read included
 * @param problems of the file itself, not of its objects
 */
public record ManifestFile(
    Path file, State state, List<ManifestObject> objects, List<Problem> problems) {
  /** How far a file could be read. */
  public enum State {
    /** It is YAML, with a document at least. */
    READ,
    /** There is no document in it, as while it is being written. */
    BLANK,
    /** It is not YAML, or not there. */
    BROKEN
  }

  /** Copies the lists. */
  public ManifestFile {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
  }

  /** The same file, with the objects that it had before. */
  public ManifestFile keeping(List<ManifestObject> earlier) {
    return new ManifestFile(file, state, earlier, problems);
  }
}
