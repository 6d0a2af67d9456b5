package io.zonewright.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns composed YAML into values, and refuses what could mean two things. */
final class YamlValues {
  /** Deeper than any resource; ends anchors that contain themselves. */
  private static final int MAX_DEPTH = 64;

  /** Ends aliases of aliases that would grow without bound. */
  private static final int MAX_NODES = 1_000_000;

  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private int nodes;

  /** Something that has no single value. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Refused(Node node, String message) {
      super(message);
      this.line = Place.line(node);
    }

    int line() {
      return line;
    }
  }

  JsonNode value(Node node) throws Refused {
    return value(node, 0);
  }

  private JsonNode value(Node node, int depth) throws Refused {
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
      throw new Refused(node, "the document is nested too deeply or too large");
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping, depth);
      case SequenceNode sequence -> array(sequence, depth);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new Refused(node, "this kind of YAML node is not understood");
    };
  }

  private JsonNode object(MappingNode mapping, int depth) throws Refused {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      Node key = entry.getKeyNode();
      if (!(key instanceof ScalarNode scalar) || Tag.MERGE.equals(key.getTag())) {
        throw new Refused(key, "write plain keys here; merge keys (<<) are not supported");
      }
      if (object.has(scalar.getValue())) {
        throw new Refused(key, "the key '" + scalar.getValue() + "' is there twice");
      }
      object.set(scalar.getValue(), value(entry.getValueNode(), depth + 1));
    }
    return object;
  }

  private JsonNode array(SequenceNode sequence, int depth) throws Refused {
    ArrayNode array = JSON.arrayNode();
    for (Node item : sequence.getValue()) {
      array.add(value(item, depth + 1));
    }
    return array;
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (Tag.NULL.equals(tag)) {
      return JSON.nullNode();
    }
    if (Tag.BOOL.equals(tag)) {
      return JSON.booleanNode(isTrue(text));
    }
    if (Tag.INT.equals(tag) && DECIMAL.matcher(text).matches()) {
      return integer(text);
    }
    return Tag.FLOAT.equals(tag) ? decimal(text) : JSON.textNode(text);
  }

  private static boolean isTrue(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      default -> false;
    };
  }

  private static JsonNode integer(String digits) {
    BigInteger number = new BigInteger(digits);
    return number.bitLength() < Long.SIZE
        ? JSON.numberNode(number.longValue())
        : JSON.numberNode(number);
  }

  private static JsonNode decimal(String text) {
    try {
      return JSON.numberNode(new BigDecimal(text));
    } catch (NumberFormatException e) {
      // .inf, .nan, 1_000.5 and base 60: no field takes them, and as text the error shows them.
      return JSON.textNode(text);
    }
  }
}
