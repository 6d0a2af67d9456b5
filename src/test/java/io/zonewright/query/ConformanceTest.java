package io.zonewright.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonewright.testing.Requirement;
import io.zonewright.zone.Zone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Tokenizer;
import org.xbill.DNS.Type;

/**
 * The Ferret cases (NSDI 2022): small zones, one query each, and what BIND, NSD, Knot and PowerDNS
 * answered. Compared as Ferret does: rcode, flags, answer and additional as sets; authority only if
 * one of the two answers is empty.
 */
class ConformanceTest {
  private static final Path DATA =
      Path.of(System.getProperty("zonewright.conformance", "../shared/conformance"))
          .resolve("ferret-valid-even.jsonl.gz");
  private static final int CASES = 6337;
  private static final int SHOWN = 5;

  @Test
  void everyAnswerEqualsThatOfAnEstablishedServer() throws IOException {
    if (!Files.exists(DATA)) {
      throw Requirement.missing(
          "the Ferret cases are not here; lay them beside the project as ../shared/conformance");
    }

    List<String> failures = new ArrayList<>();
    int count = 0;
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(DATA)), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        count++;
        check(json.readTree(line), failures);
      }
    }
    assertThat(failures.stream().limit(SHOWN)).as("first of %d", failures.size()).isEmpty();
    assertThat(count).isEqualTo(CASES);
  }

  private void check(JsonNode testCase, List<String> failures) throws IOException {
    List<String> records = new ArrayList<>();
    testCase.get("zone").forEach(record -> records.add(record.asText()));
    String apex = records.getFirst().split(" ", 2)[0];
    Zone zone = ZoneText.bare(apex, String.join("\n", records));
    Ask question = Ask.of(testCase.get("qname").asText(), testCase.get("qtype").asText());
    ReplyContent actual = ReplyContent.of(ask(zone, question));
    if (!isExpected(testCase.get("expected"), actual)) {
      failures.add("\n" + testCase + "\n  answered " + actual);
    }
  }

  Reply ask(Zone zone, Ask question) throws IOException {
    return Responder.serving(zone).ask(question);
  }

  /** Where only BIND differs, it is the other servers that count: it leaves glue out. */
  private static boolean isExpected(JsonNode groups, ReplyContent actual) throws IOException {
    for (JsonNode group : groups) {
      boolean bindAlone = groups.size() > 1 && isBindAlone(group);
      if (!bindAlone && actual.matches(outcome(group))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBindAlone(JsonNode group) {
    JsonNode servers = group.get("servers");
    return servers.size() == 1 && servers.get(0).asText().equals("bind");
  }

  private static ReplyContent outcome(JsonNode group) throws IOException {
    Set<String> flags = new TreeSet<>(List.of(group.get("flags").asText().split(" ", -1)));
    flags.remove("RA");
    return new ReplyContent(
        group.get("rcode").asText(),
        flags,
        records(group.get("ANSWER")),
        records(group.get("AUTHORITY")),
        records(group.get("ADDITIONAL")));
  }

  private static Set<String> records(JsonNode texts) throws IOException {
    Set<String> records = new HashSet<>();
    for (JsonNode text : texts) {
      records.add(normalized(text.asText()));
    }
    return records;
  }

  private static String normalized(String text) throws TextParseException, IOException {
    String[] fields = text.split("\\s+", 5);
    int type = Type.value(fields[3]);
    Record record =
        Record.fromString(
            Name.fromString(fields[0]),
            type,
            1,
            Long.parseLong(fields[1]),
            new Tokenizer(fields[4]),
            Name.root);
    return Reply.text(record);
  }
}
