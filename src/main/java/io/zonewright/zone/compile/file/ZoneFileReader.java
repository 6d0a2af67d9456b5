package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.Zone;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Reads a zone from a zone file. */
public final class ZoneFileReader {
  private ZoneFileReader() {}

  /** What reading gave. */
  public sealed interface Result {
    /**
     * The files that were read or looked for, the zone file first: when one of them changes the
     * zone may.
     */
    Set<Path> filesRead();

    /**
     * The zone, with the serial of the file and owner names in the case of the file.
     *
     * @param warnings what the file could say better
     */
    record Loaded(Zone zone, List<FileProblem> warnings, Set<Path> filesRead) implements Result {}

    /**
     * No zone.
     *
     * @param problems at least one; not all of them if there are very many
     */
    record Failed(List<FileProblem> problems, Set<Path> filesRead) implements Result {}
  }

  /**
   * Reads a zone file.
   *
   * @param file the zone file; what it includes must lie in the same directory or below
   * @param apex the name of the zone, and the first origin of the file
   */
  public static Result read(Path file, DomainName apex) {
    ReadSession session = new ReadSession(file, apex);
    new MasterFileReader(session, file, apex).read();
    OrderedOwners owners = session.contents().inOrder();
    new ZoneContentsCheck(session, owners).run();
    return session.problems().isEmpty()
        ? new Result.Loaded(owners.toZone(), session.warnings().toList(), session.filesRead())
        : new Result.Failed(session.problems().toList(), session.filesRead());
  }
}
