package io.zonewright.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a file is not the one that was read: another time, size or inode behind its name,
 * so that renames over it and swapped symbolic links are seen.
 */
final class FileStamps {
  private record Stamp(FileTime modified, long size, @Nullable Object inode) {}

  private final Map<Path, Stamp> stamps;

  private FileStamps(Map<Path, Stamp> stamps) {
    this.stamps = stamps;
  }

  static FileStamps of(Collection<Path> files) {
    Map<Path, Stamp> stamps = new HashMap<>();
    for (Path file : files) {
      try {
        BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
        stamps.put(file, new Stamp(a.lastModifiedTime(), a.size(), a.fileKey()));
      } catch (IOException e) {
        // Not there, which is a state like any other: it has no stamp.
      }
    }
    return new FileStamps(stamps);
  }

  /** These, and the others of files that these do not know. */
  FileStamps and(FileStamps others) {
    Map<Path, Stamp> both = new HashMap<>(others.stamps);
    both.putAll(stamps);
    return new FileStamps(both);
  }

  /** Whether a file is what it was. */
  boolean agreeOn(Path file, FileStamps other) {
    Stamp stamp = stamps.get(file);
    return stamp != null && stamp.equals(other.stamps.get(file));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof FileStamps other && stamps.equals(other.stamps);
  }

  @Override
  public int hashCode() {
    return stamps.hashCode();
  }
}
