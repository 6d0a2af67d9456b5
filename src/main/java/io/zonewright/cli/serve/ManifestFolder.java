package io.zonewright.cli.serve;

import io.zonewright.cli.manifest.ManifestFile;
import io.zonewright.cli.manifest.ManifestObject;
import io.zonewright.cli.manifest.ManifestPaths;
import io.zonewright.cli.manifest.ManifestReader;
import io.zonewright.cli.manifest.Problem;
import io.zonewright.cli.manifest.Problem.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The manifests at some paths. A file is read again only if it changed; one that is not YAML any
 * more, or holds nothing, as while it is being written, keeps the objects it had.
 */
final class ManifestFolder {
  private final List<Path> paths;
  private final ManifestReader reader = new ManifestReader();
  private final SortedMap<Path, ManifestFile> files = new TreeMap<>();
  private FileStamps read = FileStamps.of(List.of());

  ManifestFolder(List<Path> paths) {
    this.paths = List.copyOf(paths);
  }

  /** The files there are now. */
  SortedSet<Path> files() throws IOException {
    return ManifestPaths.files(paths);
  }

  /** Reads what changed. */
  void refresh() throws IOException {
    SortedSet<Path> present = files();
    FileStamps now = FileStamps.of(present);
    files.keySet().retainAll(present);
    for (Path file : present) {
      ManifestFile known = files.get(file);
      if (known == null || !now.agreeOn(file, read)) {
        files.put(file, keepObjects(known, reader.read(file)));
      }
    }
    read = now;
  }

  private static ManifestFile keepObjects(@Nullable ManifestFile before, ManifestFile after) {
    return before == null || after.state() == ManifestFile.State.READ
        ? after
        : after.keeping(before.objects());
  }

  /** All objects, in order of file and place. */
  Collection<ManifestObject> objects() {
    List<ManifestObject> objects = new ArrayList<>();
    files.values().forEach(file -> objects.addAll(file.objects()));
    return objects;
  }

  /** What is wrong with the files themselves. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (ManifestFile file : files.values()) {
      problems.addAll(file.problems());
      if (file.state() == ManifestFile.State.BLANK && !file.objects().isEmpty()) {
        String message = "holds nothing now, and what it had stays; delete the file to remove that";
        problems.add(new Problem(Severity.WARNING, file.file(), 0, null, message));
      }
    }
    return problems;
  }
}
