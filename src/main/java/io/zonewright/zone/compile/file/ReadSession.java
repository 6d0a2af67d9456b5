package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What all files of one zone share while they are read. */
final class ReadSession {
  /** No file of a living zone comes near; a file that includes itself twice would. */
  private static final int MAX_INCLUDES = 1000;

  private static final int MAX_GENERATED = 1 << 20;

  private final Path file;
  private final DomainName apex;
  private final Problems problems = new Problems();
  private final Problems warnings = new Problems();
  private final ZoneContents contents;
  private final Set<Path> filesRead = new LinkedHashSet<>();
  private final Set<Integer> unreadTypes = new HashSet<>();
  private int includes;
  private int generated;

  ReadSession(Path file, DomainName apex) {
    this.file = file;
    this.apex = apex;
    this.contents = new ZoneContents(apex, warnings);
  }

  Path file() {
    return file;
  }

  DomainName apex() {
    return apex;
  }

  Problems problems() {
    return problems;
  }

  Problems warnings() {
    return warnings;
  }

  ZoneContents contents() {
    return contents;
  }

  void opened(Path path) {
    filesRead.add(path);
  }

  Set<Path> filesRead() {
    return Collections.unmodifiableSet(filesRead);
  }

  /** Notes that a record of this type, {@code ANY} for an unknown one, could not be read. */
  void unread(int type) {
    unreadTypes.add(type);
  }

  /** Whether there may be records of a type that could not be read. */
  boolean mayHaveUnread(int type) {
    return unreadTypes.contains(type) || unreadTypes.contains(RRType.ANY);
  }

  /** Counts one more include; false if it is one too many. */
  boolean mayInclude() {
    return ++includes <= MAX_INCLUDES;
  }

  /** Counts more generated records; false if they are too many. */
  boolean mayGenerate(long count) {
    if (count > MAX_GENERATED - generated) {
      return false;
    }
    generated += (int) count;
    return true;
  }
}
