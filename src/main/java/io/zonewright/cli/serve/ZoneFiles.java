package io.zonewright.cli.serve;

import io.zonewright.cli.manifest.Problem;
import io.zonewright.cli.manifest.Problem.Severity;
import io.zonewright.dns.DomainName;
import io.zonewright.zone.Zone;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The zone files of the command line. One that cannot be read keeps the zone it had; if it had none
 * the zone is known to be missing and answered with SERVFAIL, not as somebody else's.
 */
public final class ZoneFiles {
  private final List<ZoneFileOption> options;
  private final ZoneCatalog catalog;
  private final Map<DomainName, ZoneFile> read = new LinkedHashMap<>();
  private final Set<DomainName> served = new HashSet<>();

  /** Reads these files for the catalog. */
  public ZoneFiles(List<ZoneFileOption> options, ZoneCatalog catalog) {
    this.options = List.copyOf(options);
    this.catalog = catalog;
  }

  /** The files and what they include, as of the last refresh. */
  Collection<Path> files() {
    Set<Path> files = new HashSet<>();
    options.forEach(option -> files.add(option.file()));
    read.values().forEach(file -> files.addAll(file.files()));
    return files;
  }

  /** Reads what changed and says what is wrong with all of them. */
  public List<Problem> refresh() {
    List<Problem> problems = new ArrayList<>();
    for (ZoneFileOption option : options) {
      ZoneFile file = read.get(option.apex());
      if (file == null || file.isStale()) {
        boolean first = file == null;
        file = ZoneFile.read(option);
        read.put(option.apex(), file);
        publish(option, file.zone(), first);
      }
      problems.addAll(file.problems());
      if (file.zone() == null && served.contains(option.apex())) {
        String message = "the zone stays what it was before the file was broken";
        problems.add(new Problem(Severity.WARNING, option.file(), 0, null, message));
      }
    }
    return problems;
  }

  private void publish(ZoneFileOption option, @Nullable Zone zone, boolean first) {
    if (zone != null) {
      served.add(option.apex());
      catalog.publish(current -> current.with(zone));
    } else if (first) {
      catalog.publish(current -> current.withUnavailable(option.apex()));
    }
  }
}
