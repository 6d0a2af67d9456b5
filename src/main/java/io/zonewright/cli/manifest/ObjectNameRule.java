package io.zonewright.cli.manifest;

import io.zonewright.cli.manifest.Problem.Severity;
import io.zonewright.zone.compile.SourceId;
import java.util.List;
import java.util.regex.Pattern;

/** What an API server takes as names of objects and namespaces. */
final class ObjectNameRule {
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_NAMESPACE = 63;
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*+(?<!-))?+";
  private static final Pattern NAMESPACE = Pattern.compile(LABEL);
  private static final Pattern NAME = Pattern.compile(LABEL + "(?:[.]" + LABEL + ")*+");

  private ObjectNameRule() {}

  /** Adds what is wrong with the name of an object or of its namespace. */
  static void check(SourceId id, Place place, List<Problem> problems) {
    if (!fits(NAME, LONGEST_NAME, id.name())) {
      problems.add(
          place.problem(
              Severity.ERROR,
              "metadata.name",
              "write lower case letters, digits, '-' and '.' only, such as contoso-com, at most"
                  + " 253 characters"));
    }
    if (!fits(NAMESPACE, LONGEST_NAMESPACE, id.namespace())) {
      problems.add(
          place.problem(
              Severity.ERROR,
              "metadata.namespace",
              "write lower case letters, digits and '-' only, such as team-a, at most 63"
                  + " characters"));
    }
  }

  private static boolean fits(Pattern pattern, int longest, String text) {
    return text.length() <= longest && pattern.matcher(text).matches();
  }
}
