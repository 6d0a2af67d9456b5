package io.zonewright.crds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the reference page of the CRDs. */
final class CrdReference {
  private final StringBuilder page = new StringBuilder();

  private CrdReference() {}

  static String write() {
    CrdReference reference = new CrdReference();
    reference.introduction();
    Crd.ALL.forEach(reference::resource);
    return reference.page.toString();
  }

  private void introduction() {
    line("# The resources");
    line();
    line("<!-- Generated from crds/ by `make docs`. -->");
    line();
    line(
        "Group `zonewright.io`, version `v1alpha1`; both kinds are namespaced. `kubectl explain` has the");
    line(
        "same text, [`deploy/samples`](../deploy/samples) has examples, [Reasons](reasons.md) what the");
    line("conditions may say. Fields in **bold** are required.");
  }

  private void resource(Crd crd) {
    line();
    line("## " + crd.kind());
    line();
    line(crd.root().description());
    line();
    line(
        "Short name `%s`, resource `%s.zonewright.io`."
            .formatted(
                crd.names().at("/shortNames/0").asText(), crd.names().get("plural").asText()));
    fields(crd, "spec");
    rules(crd);
    fields(crd, "status");
    columns(crd);
  }

  private void fields(Crd crd, String part) {
    line();
    line("### %s of %s".formatted(part.equals("spec") ? "Spec" : "Status", crd.kind()));
    line();
    line(crd.part(part).description());
    line();
    line("| Field | Type | Default | Meaning |");
    line("|---|---|---|---|");
    crd.part(part).walk().skip(1).forEach(this::field);
  }

  private void field(CrdField field) {
    String name = "`" + field.path() + "`";
    row(
        field.required() ? "**" + name + "**" : name,
        type(field.schema()),
        fallback(field.schema()),
        escaped(field.description()));
  }

  private static String type(JsonNode schema) {
    List<String> words = new ArrayList<>();
    if (schema.has("items")) {
      words.add("list of " + type(schema.get("items")));
    } else {
      words.add(scalar(schema));
    }
    bound(schema, "minItems", "at least %s").ifPresent(words::add);
    bound(schema, "maxItems", "at most %s").ifPresent(words::add);
    bound(schema, "maxLength", "up to %s characters").ifPresent(words::add);
    return String.join(", ", words);
  }

  private static Optional<String> bound(JsonNode schema, String key, String text) {
    return schema.has(key)
        ? Optional.of(text.formatted(schema.get(key).asText()))
        : Optional.empty();
  }

  private static String scalar(JsonNode schema) {
    if (schema.has("enum")) {
      return schema
          .get("enum")
          .valueStream()
          .map(value -> "`" + value.asText() + "`")
          .collect(Collectors.joining(" or "));
    }
    if (schema.path("format").asText().equals("date-time")) {
      return "date and time";
    }
    String type = schema.get("type").asText();
    boolean ranged = schema.has("minimum") && schema.has("maximum");
    return ranged
        ? "%s from %s to %s"
            .formatted(type, schema.get("minimum").asText(), schema.get("maximum").asText())
        : type;
  }

  private static String fallback(JsonNode schema) {
    JsonNode value = schema.path("default");
    return value.isValueNode() ? "`" + value.asText() + "`" : "";
  }

  private void rules(Crd crd) {
    line();
    line("What the API server refuses beyond types and bounds:");
    line();
    line("| Field | Message |");
    line("|---|---|");
    crd.part("spec").walk().flatMap(CrdReference::rules).forEach(page::append);
  }

  private static Stream<String> rules(CrdField field) {
    Stream<JsonNode> own = field.schema().path("x-kubernetes-validations").valueStream();
    Stream<JsonNode> ofItems = field.schema().at("/items/x-kubernetes-validations").valueStream();
    return Stream.concat(own, ofItems)
        .map(
            rule ->
                "| `%s` | %s |\n".formatted(field.path(), escaped(rule.get("message").asText())));
  }

  private void columns(Crd crd) {
    line();
    line("`kubectl get %s` shows:".formatted(crd.names().at("/shortNames/0").asText()));
    line();
    line("| Column | From | Only with `-o wide` |");
    line("|---|---|---|");
    crd.version()
        .get("additionalPrinterColumns")
        .forEach(
            column ->
                row(
                    column.get("name").asText(),
                    "`" + column.get("jsonPath").asText() + "`",
                    column.has("priority") ? "yes" : ""));
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line() {
    line("");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static String escaped(String text) {
    return text.replaceAll("([|*_<\\\\])", "\\\\$1");
  }
}
