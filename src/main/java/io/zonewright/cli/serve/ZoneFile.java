package io.zonewright.cli.serve;

import io.zonewright.cli.manifest.Problem;
import io.zonewright.cli.manifest.Problem.Severity;
import io.zonewright.zone.Zone;
import io.zonewright.zone.compile.file.FileProblem;
import io.zonewright.zone.compile.file.ZoneFileReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A zone file as it was read.
 *
 * @param zone what it holds, or null if it is not right
 * @param problems what is wrong with it, or could be said better
 * @param files the file and those it includes
 * @param stamps of these files as they were read
 */
record ZoneFile(@Nullable Zone zone, List<Problem> problems, Set<Path> files, FileStamps stamps) {
  private static final int MOST_ATTEMPTS = 5;

  /** Reads it, again if it was being written meanwhile. */
  static ZoneFile read(ZoneFileOption option) {
    ZoneFile file = attempt(option);
    for (int i = 1; i < MOST_ATTEMPTS && file.isStale(); i++) {
      file = attempt(option);
    }
    return file;
  }

  private static ZoneFile attempt(ZoneFileOption option) {
    FileStamps before = FileStamps.of(List.of(option.file()));
    ZoneFileReader.Result result = ZoneFileReader.read(option.file(), option.apex());
    FileStamps stamps = before.and(FileStamps.of(result.filesRead()));
    return switch (result) {
      case ZoneFileReader.Result.Loaded loaded ->
          new ZoneFile(
              loaded.zone(),
              problems(Severity.WARNING, loaded.warnings()),
              loaded.filesRead(),
              stamps);
      case ZoneFileReader.Result.Failed failed ->
          new ZoneFile(
              null, problems(Severity.ERROR, failed.problems()), failed.filesRead(), stamps);
    };
  }

  private static List<Problem> problems(Severity severity, List<FileProblem> problems) {
    return problems.stream()
        .map(p -> new Problem(severity, p.file(), p.line(), null, p.message()))
        .toList();
  }

  /** Whether a file is not the one that was read. */
  boolean isStale() {
    return !FileStamps.of(files).equals(stamps);
  }
}
