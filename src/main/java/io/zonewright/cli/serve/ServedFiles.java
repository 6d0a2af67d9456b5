package io.zonewright.cli.serve;

import io.zonewright.cli.manifest.Problem;
import io.zonewright.dns.DomainName;
import io.zonewright.zone.Zone;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Publishes what manifests and zone files say, now and whenever they change. What is wrong is said
 * once, and what was last good stays served.
 */
public final class ServedFiles implements AutoCloseable {
  private static final int MOST_TOLD = 20;
  private static final long MANY_RRSETS = 100_000;

  private final List<Path> paths;
  private final ManifestFolder manifests;
  private final ManifestWorld world;
  private final ZoneFiles zoneFiles;
  private final ZoneCatalog catalog;
  private final Journal journal;
  private final FileWatch watch = new FileWatch(this::look);
  private final Map<DomainName, Zone> told = new HashMap<>();
  private Set<String> knownProblems = Set.of();
  private FileStamps stamps = FileStamps.of(List.of());

  /** Prepares to serve these. */
  public ServedFiles(
      List<Path> manifestPaths,
      List<ZoneFileOption> zoneFileOptions,
      ZoneCatalog catalog,
      Journal journal) {
    this.paths = List.copyOf(manifestPaths);
    this.manifests = new ManifestFolder(manifestPaths);
    this.world = new ManifestWorld(catalog, ZoneFileOption.zoneNames(zoneFileOptions));
    this.zoneFiles = new ZoneFiles(zoneFileOptions, catalog);
    this.catalog = catalog;
    this.journal = journal;
  }

  /**
   * Reads everything for the first time.
   *
   * @throws IOException if a path is not there; its message is one sentence
   */
  public void load() throws IOException {
    requireAll();
    stamps = look();
    refresh();
  }

  /** Follows changes until interrupted. */
  public void follow() throws InterruptedException {
    while (true) {
      watch.watch(directories());
      stamps = watch.awaitChange(stamps);
      try {
        refresh();
      } catch (IOException e) {
        journal.warn("the manifests cannot be listed, nothing changes: " + e);
      } catch (RuntimeException e) {
        // Whatever it is, it must not take with it what is served.
        journal.warn(
            "a fault of Zonewright itself stands in the way of a change, which may not be served"
                + " until the next one; please report it: "
                + e);
      }
    }
  }

  /** Whether reading them took so much memory, of which most is not kept, that it matters. */
  public boolean areLarge() {
    return told.values().stream().mapToLong(Zone::rrsetCount).sum() >= MANY_RRSETS;
  }

  private void requireAll() throws IOException {
    List<Path> all = new ArrayList<>(paths);
    all.addAll(zoneFiles.files());
    for (Path path : all) {
      if (!Files.isReadable(path)) {
        throw new IOException("cannot read " + path + "; name a file or directory that is there");
      }
    }
  }

  private FileStamps look() {
    Set<Path> files = new HashSet<>(zoneFiles.files());
    try {
      files.addAll(manifests.files());
    } catch (IOException e) {
      // A directory is gone: what it held stays served, and its return will be a change.
      return stamps;
    }
    return FileStamps.of(files);
  }

  private void refresh() throws IOException {
    manifests.refresh();
    List<Problem> problems = new ArrayList<>(manifests.problems());
    problems.addAll(world.apply(manifests.objects()));
    problems.addAll(zoneFiles.refresh());
    tell(problems);
    tellZones();
  }

  private void tell(List<Problem> problems) {
    Map<String, Problem> now = new LinkedHashMap<>();
    problems.forEach(problem -> now.put(problem.text(), problem));
    List<Problem> fresh =
        now.entrySet().stream()
            .filter(entry -> !knownProblems.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    fresh.stream().limit(MOST_TOLD).forEach(journal::tell);
    if (fresh.size() > MOST_TOLD) {
      int more = fresh.size() - MOST_TOLD;
      journal.warn("there are %d more; `zonewright check` shows them".formatted(more));
    }
    knownProblems = Set.copyOf(now.keySet());
  }

  private void tellZones() {
    Map<DomainName, Zone> before = new HashMap<>(told);
    told.clear();
    for (Catalog.Entry entry : catalog.current().entries()) {
      Zone zone = entry.zone();
      if (zone != null) {
        told.put(entry.apex(), zone);
        if (zone != before.remove(entry.apex())) {
          journal.info(
              "serving %s serial %s: %d names, %d RRsets"
                  .formatted(
                      entry.apex().toStringWithoutDot(),
                      zone.serial(),
                      zone.nodeCount(),
                      zone.rrsetCount()));
        }
      }
    }
    before.keySet().stream()
        .sorted()
        .forEach(apex -> journal.info("no longer serving " + apex.toStringWithoutDot()));
  }

  /** Where a change would be noticed. */
  private Set<Path> directories() {
    Set<Path> directories = new HashSet<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        directories.add(path);
      }
    }
    Set<Path> files = new HashSet<>(zoneFiles.files());
    try {
      files.addAll(manifests.files());
    } catch (IOException e) {
      files.addAll(paths);
    }
    files.forEach(file -> directories.add(file.toAbsolutePath().getParent()));
    return directories;
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }
}
