package io.zonewright.zone.compile.file;

import io.zonewright.zone.compile.rdata.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Which files may be included: those in the directory of the zone file and below, links seen
 * through.
 */
final class IncludeRule {
  private static final String DIRECTORY = "the directory of the zone file; put it there";

  private final Path directory;

  /** For the files beside the given zone file. */
  IncludeRule(Path zoneFile) {
    Path absolute = zoneFile.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    this.directory = parent == null ? absolute : parent;
  }

  /**
   * Finds a file to include.
   *
   * @param name as the file writes it
   * @param from the file that includes it
   * @param session is told of the path, also of one that does not exist yet
   */
  Parsed<Path> find(String name, Path from, ReadSession session) {
    try {
      Path path = from.toAbsolutePath().resolveSibling(name).normalize();
      if (!path.startsWith(directory)) {
        return new Parsed.Bad<>("'" + name + "' lies outside " + DIRECTORY);
      }
      session.opened(path);
      if (!Files.exists(path)) {
        return new Parsed.Bad<>("'" + name + "' does not exist; name a file beside the zone file");
      }
      return real(name, path);
    } catch (IOException | InvalidPathException e) {
      return new Parsed.Bad<>("'" + name + "' cannot be opened; name a file beside the zone file");
    }
  }

  private Parsed<Path> real(String name, Path path) throws IOException {
    if (!path.toRealPath().startsWith(directory.toRealPath())) {
      return new Parsed.Bad<>("'" + name + "' is a link that leads out of " + DIRECTORY);
    }
    return Files.isRegularFile(path)
        ? new Parsed.Good<>(path)
        : new Parsed.Bad<>("'" + name + "' is not a file; write the name of one");
  }
}
