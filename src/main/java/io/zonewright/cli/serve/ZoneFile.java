package io.zonewright.cli.serve;

import io.zonewright.cli.manifest.Problem;
import io.zonewright.cli.manifest.Problem.Severity;
import io.zonewright.zone.Zone;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A zone file as it was read.
 *
 * @param zone what it holds, or null if it is not right
 * @param problems what is wrong with it
 * @param files the file and those it includes
 * @param stamps of these files before they were read
 */
record ZoneFile(@Nullable Zone zone, List<Problem> problems, Set<Path> files, FileStamps stamps) {

  static ZoneFile read(ZoneFileOption option) {
    FileStamps stamps = FileStamps.of(Set.of(option.file()));
    Problem problem =
        new Problem(Severity.ERROR, option.file(), 0, null, "zone files are not understood yet");
    return new ZoneFile(null, List.of(problem), Set.of(option.file()), stamps);
  }

  /** Whether a file is not the one that was read. */
  boolean isStale() {
    return !FileStamps.of(files).equals(stamps);
  }
}
