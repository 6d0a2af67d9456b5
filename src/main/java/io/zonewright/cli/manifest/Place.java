package io.zonewright.cli.manifest;

import io.zonewright.cli.manifest.Problem.Severity;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One object within a file, with the lines of its fields. */
final class Place {
  private final Path file;
  private final Node root;
  private final @Nullable String subject;

  Place(Path file, Node root, @Nullable String subject) {
    this.file = file;
    this.root = root;
    this.subject = subject;
  }

  Path file() {
    return file;
  }

  /** A problem of the object as a whole. */
  Problem problem(Severity severity, String message) {
    return new Problem(severity, file, line(root), subject, message);
  }

  /** A problem of a field, such as {@code spec.mx[1].exchange}, at its line. */
  Problem problem(Severity severity, @Nullable String field, String message) {
    return field == null
        ? problem(severity, message)
        : new Problem(severity, file, lineOf(field), subject, field + ": " + message);
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** The line of a field, or of the innermost one around it that is there. */
  private int lineOf(String field) {
    Node at = root;
    int line = line(root);
    for (String step : field.replace("[", ".").replace("]", "").split("\\.", -1)) {
      NodeTuple entry = at instanceof MappingNode mapping ? entry(mapping, step) : null;
      Node next = entry == null ? item(at, step) : entry.getValueNode();
      if (next == null) {
        return line;
      }
      line = line(entry == null ? next : entry.getKeyNode());
      at = next;
    }
    return line;
  }

  private static @Nullable NodeTuple entry(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(e -> e.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Node item(Node at, String index) {
    if (!(at instanceof SequenceNode sequence) || !index.matches("\\d{1,6}")) {
      return null;
    }
    int i = Integer.parseInt(index);
    return i < sequence.getValue().size() ? sequence.getValue().get(i) : null;
  }
}
