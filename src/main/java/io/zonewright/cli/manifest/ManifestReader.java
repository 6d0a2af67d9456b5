package io.zonewright.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.cli.manifest.Problem.Severity;
import io.zonewright.zone.compile.SourceId;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the zones and record sets of a YAML or JSON file. Other objects are noted. */
public final class ManifestReader {
  private static final String GROUP = "zonewright.io/";
  private static final String API_VERSION = GROUP + "v1alpha1";
  private static final int MOST_CHARACTERS = 1 << 30;

  /** Made with the first resource, because that takes its time. */
  private @Nullable ResourceBinder binder;

  /** Reads a file; what is wrong with it is in the result. */
  public ManifestFile read(Path file) {
    List<ManifestObject> objects = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    ManifestFile.State state = ManifestFile.State.BLANK;
    try (Reader reader = Files.newBufferedReader(file)) {
      for (Node document : yaml().composeAll(reader)) {
        if (!isEmpty(document)) {
          state = ManifestFile.State.READ;
          readDocument(file, document, objects, problems);
        }
      }
      return new ManifestFile(file, state, objects, problems);
    } catch (MarkedYAMLException e) {
      return broken(file, e.getProblemMark().getLine() + 1, "not valid YAML: " + e.getProblem());
    } catch (YAMLException e) {
      return broken(file, 0, "not valid YAML: " + e.getMessage());
    } catch (CharacterCodingException e) {
      return broken(file, 0, "not a text in UTF-8");
    } catch (NoSuchFileException e) {
      return broken(file, 0, "there is no such file");
    } catch (IOException e) {
      return broken(file, 0, "cannot be read: " + e.getMessage());
    }
  }

  private static ManifestFile broken(Path file, int line, String message) {
    Problem problem = new Problem(Severity.ERROR, file, line, null, message);
    return new ManifestFile(file, ManifestFile.State.BROKEN, List.of(), List.of(problem));
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    return new Yaml(new SafeConstructor(options));
  }

  private void readDocument(
      Path file, Node node, List<ManifestObject> objects, List<Problem> problems) {
    SequenceNode items = items(node);
    if (items == null) {
      readObject(file, node, objects, problems);
    } else {
      items.getValue().forEach(item -> readItem(file, item, objects, problems));
    }
  }

  /** Lists in lists could contain themselves, or double from one to the next, through aliases. */
  private void readItem(
      Path file, Node item, List<ManifestObject> objects, List<Problem> problems) {
    if (items(item) == null) {
      readObject(file, item, objects, problems);
    } else {
      String message = "a List in a List is not read; write its items into the outer one";
      problems.add(new Place(file, item, null).problem(Severity.ERROR, message));
    }
  }

  private static @Nullable SequenceNode items(Node node) {
    return text(node, "kind").endsWith("List") && child(node, "items") instanceof SequenceNode items
        ? items
        : null;
  }

  private void readObject(
      Path file, Node node, List<ManifestObject> objects, List<Problem> problems) {
    String kind = text(node, "kind");
    String apiVersion = text(node, "apiVersion");
    if (apiVersion.startsWith(GROUP)) {
      readOurs(file, node, new TypeMeta(apiVersion, kind), objects, problems);
    } else if (node instanceof MappingNode) {
      problems.add(new Place(file, node, null).problem(Severity.NOTE, ignored(node, kind)));
    } else {
      problems.add(new Place(file, node, null).problem(Severity.ERROR, "not a Kubernetes object"));
    }
  }

  private record TypeMeta(String apiVersion, String kind) {}

  private static String ignored(Node node, String kind) {
    String name = text(child(node, "metadata"), "name");
    return kind.isEmpty()
        ? "not a Kubernetes object; passed over"
        : (kind + " " + name).strip() + " is not ours; passed over";
  }

  private static boolean isEmpty(Node node) {
    return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
  }

  private void readOurs(
      Path file, Node node, TypeMeta meta, List<ManifestObject> objects, List<Problem> problems) {
    ObjectKey key = key(node, meta.kind());
    Place place = new Place(file, node, key.toString());
    Class<? extends HasMetadata> type = type(meta);
    if (type == null) {
      problems.add(
          place.problem(
              Severity.ERROR,
              "kind",
              "there is no %s in %s; write DnsZone or DnsRecordSet and %s"
                  .formatted(meta.kind(), meta.apiVersion(), API_VERSION)));
    } else if (key.id().name().isEmpty()) {
      problems.add(place.problem(Severity.ERROR, "metadata.name", "every object needs a name"));
    } else {
      objects.add(object(key, node, type, place));
    }
  }

  private static @Nullable Class<? extends HasMetadata> type(TypeMeta meta) {
    if (!meta.apiVersion().equals(API_VERSION)) {
      return null;
    }
    return switch (meta.kind()) {
      case "DnsZone" -> DnsZone.class;
      case "DnsRecordSet" -> DnsRecordSet.class;
      default -> null;
    };
  }

  private static ObjectKey key(Node node, String kind) {
    Node metadata = child(node, "metadata");
    String namespace = text(metadata, "namespace");
    return new ObjectKey(
        kind, new SourceId(namespace.isEmpty() ? "default" : namespace, text(metadata, "name")));
  }

  private ResourceBinder binder() {
    if (binder == null) {
      binder = new ResourceBinder();
    }
    return binder;
  }

  private ManifestObject object(
      ObjectKey key, Node node, Class<? extends HasMetadata> type, Place place) {
    List<Problem> problems = new ArrayList<>();
    ObjectNameRule.check(key.id(), place, problems);
    HasMetadata resource = null;
    try {
      JsonNode value = new YamlValues().value(node);
      // A status is what some server once said, not what the user wants.
      ((ObjectNode) value).remove("status");
      if (value.path("spec").isObject()) {
        resource = binder().bind(value, type, place, problems);
        if (resource instanceof DnsRecordSet) {
          RecordSetShape.check(value.path("spec"), place, problems);
        }
      } else {
        problems.add(place.problem(Severity.ERROR, "spec", "write a mapping of fields here"));
      }
    } catch (YamlValues.Refused e) {
      problems.add(
          new Problem(
              Severity.ERROR,
              place.file(),
              e.line(),
              key.toString(),
              String.valueOf(e.getMessage())));
    }
    return new ManifestObject(key, resource, problems, place);
  }

  private static String text(@Nullable Node node, String key) {
    return child(node, key) instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static @Nullable Node child(@Nullable Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return entry.getValueNode();
        }
      }
    }
    return null;
  }
}
