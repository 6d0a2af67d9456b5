package io.zonewright.cli.manifest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds manifests: a file as it is named, and of a directory all {@code *.yaml}, {@code *.yml} and
 * {@code *.json} files in and below it. Names that begin with a dot are passed over, as Kubernetes
 * keeps the versions of a mounted ConfigMap under such names.
 */
public final class ManifestPaths {
  private ManifestPaths() {}

  /**
   * The files, sorted.
   *
   * @throws IOException if a path does not exist or cannot be read
   */
  public static SortedSet<Path> files(Collection<Path> paths) throws IOException {
    SortedSet<Path> files = new TreeSet<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        Files.walkFileTree(path, new Finder(path, files));
      } else {
        Files.readAttributes(path, BasicFileAttributes.class);
        files.add(path);
      }
    }
    return files;
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final Path root;
    private final SortedSet<Path> found;

    Finder(Path root, SortedSet<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      boolean hidden = !directory.equals(root) && isHidden(directory);
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && isManifest(file) && Files.isRegularFile(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(root)) {
        throw failure;
      }
      // Gone between being listed and being looked at.
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    private static boolean isManifest(Path file) {
      String name = file.toString();
      return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }
  }
}
