package io.zonewright.cli;

import io.zonewright.cli.manifest.ManifestFile;
import io.zonewright.cli.manifest.ManifestObject;
import io.zonewright.cli.manifest.ManifestPaths;
import io.zonewright.cli.manifest.ManifestReader;
import io.zonewright.cli.manifest.Problem;
import io.zonewright.cli.manifest.Problem.Severity;
import io.zonewright.cli.serve.ManifestWorld;
import io.zonewright.cli.serve.ZoneFileOption;
import io.zonewright.cli.serve.ZoneFiles;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with manifests and zone files, without serving them. */
@Command(
    name = "check",
    description = {
      "Check manifests and zone files, for instance in a pull request.",
      "",
      "Reads all files as one world and says, a line each, what would not be served as written:"
          + " file, line, object, field and what to write instead. That a zone is not among the"
          + " files is a warning only; what is wrong with its record sets in themselves is not.",
      ""
    },
    footer = {"", "Example:", "  zonewright check deploy/samples"},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:nothing is wrong", "1:something is", "2:the command line is"},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "A YAML or JSON file, or a directory with such files in and below it. Objects of other"
              + " kinds are passed over with a note.")
  private List<Path> paths = List.of();

  @Option(
      names = "--zone-file",
      paramLabel = "ZONE=FILE",
      converter = ZoneFileOptionConverter.class,
      description = "Check this zone file (repeatable), such as example.com=example.com.zone.")
  private List<ZoneFileOption> zoneFiles = List.of();

  private int objects;

  @Override
  public Integer call() {
    if (paths.isEmpty() && zoneFiles.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "nothing to check; name files or directories");
    }
    List<Problem> problems = new ArrayList<>();
    ZoneCatalog catalog = new ZoneCatalog();
    checkManifests(catalog, problems);
    problems.addAll(new ZoneFiles(zoneFiles, catalog).refresh());
    return report(problems);
  }

  private void checkManifests(ZoneCatalog catalog, List<Problem> problems) {
    ManifestReader reader = new ManifestReader();
    List<ManifestObject> all = new ArrayList<>();
    for (Path file : files()) {
      ManifestFile manifest = reader.read(file);
      problems.addAll(manifest.problems());
      all.addAll(manifest.objects());
    }
    objects = all.size();
    ManifestWorld world = new ManifestWorld(catalog, ZoneFileOption.zoneNames(zoneFiles));
    problems.addAll(world.apply(all));
  }

  private Iterable<Path> files() {
    try {
      return ManifestPaths.files(paths);
    } catch (IOException e) {
      throw new CommandFailure(
          "cannot read " + e.getMessage() + "; name a file or directory that is there");
    }
  }

  private int report(List<Problem> problems) {
    PrintWriter out = spec.commandLine().getOut();
    problems.stream().sorted(BY_PLACE).map(Problem::text).forEach(out::println);
    long errors = count(problems, Severity.ERROR);
    out.printf(
        "%d objects and %d zone files checked: %d errors, %d warnings%n",
        objects, zoneFiles.size(), errors, count(problems, Severity.WARNING));
    out.flush();
    return errors == 0 ? 0 : 1;
  }

  private static long count(List<Problem> problems, Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }
}
