package io.zonewright.zone.compile.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers problems up to a bound, and lists them by file and line. */
final class Problems {
  private static final int MAX = 100;

  private static final Comparator<FileProblem> ORDER =
      Comparator.comparing(FileProblem::file).thenComparingInt(FileProblem::line);

  private final List<FileProblem> found = new ArrayList<>();
  private @Nullable FileProblem more;

  void add(Path file, int line, String message) {
    if (found.size() < MAX) {
      found.add(new FileProblem(file, line, message));
    } else if (more == null) {
      more = new FileProblem(file, line, "there is more; only the first " + MAX + " are shown");
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<FileProblem> toList() {
    List<FileProblem> all = new ArrayList<>(found);
    all.sort(ORDER);
    if (more != null) {
      all.add(more);
    }
    return List.copyOf(all);
  }
}
