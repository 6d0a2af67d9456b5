package io.zonewright.zone.compile.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gathers problems up to a bound. */
final class Problems {
  private static final int MAX = 100;

  private final List<FileProblem> found = new ArrayList<>();

  void add(Path file, int line, String message) {
    if (found.size() < MAX) {
      found.add(new FileProblem(file, line, message));
    } else if (found.size() == MAX) {
      found.add(new FileProblem(file, line, "there is more; only the first " + MAX + " are shown"));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<FileProblem> toList() {
    return List.copyOf(found);
  }
}
