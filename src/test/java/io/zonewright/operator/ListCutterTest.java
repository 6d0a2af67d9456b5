package io.zonewright.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCutterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<byte[]> pages = new ArrayList<>();
  private final ListCutter cutter = new ListCutter(3, number -> "t" + number, pages::add);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 6, 7, 100})
  void theItemsOfAllPagesAreThoseOfTheList(int items) throws IOException {
    JsonNode list = JSON.readTree(list(items));
    Random random = new Random(items);
    byte[] octets = list(items).getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < octets.length; ) {
      int length = Math.min(octets.length - from, 1 + random.nextInt(20));
      cutter.take(ByteBuffer.wrap(octets, from, length));
      from += length;
    }

    assertThat(cutter.isWhole()).isTrue();
    assertThat(pages).hasSize(Math.max(0, (items - 1) / 3));
    List<JsonNode> found = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      JsonNode page = JSON.readTree(pages.get(i));
      assertThat(page.path("items")).hasSize(3);
      assertThat(page.at("/metadata/continue").textValue()).isEqualTo("t" + (i + 1));
      page.path("items").forEach(found::add);
    }
    JsonNode last = JSON.readTree(cutter.last());
    last.path("items").forEach(found::add);
    assertThat(found).containsExactlyElementsOf(list.path("items"));
    assertThat(last.path("metadata")).isEqualTo(list.path("metadata"));
    assertThat(last.path("kind")).isEqualTo(list.path("kind"));
  }

  @Test
  void aListThatBreaksOffIsNotWhole() {
    String list = list(5);
    for (int end = 0; end < list.lastIndexOf('}'); end++) {
      ListCutter broken = new ListCutter(3, number -> "t" + number, pages::add);
      broken.take(ByteBuffer.wrap(list.substring(0, end).getBytes(StandardCharsets.UTF_8)));
      assertThat(broken.isWhole()).as(list.substring(0, end)).isFalse();
    }
  }

  /** Items with all that could be mistaken for the structure of the list. */
  private static String list(int items) {
    StringBuilder text = new StringBuilder("{\"apiVersion\":\"v1\", \"items\" : [");
    for (int i = 0; i < items; i++) {
      text.append(i == 0 ? "" : " ,\n")
          .append(
              """
              {"metadata":{"name":"p%d","labels":{"a":"]},{[\\\\\\"\\\\\\\\"}},"spec":{"items":[{"x":[]},{}, 1]}}"""
                  .formatted(i));
    }
    return text + "],\"kind\":\"DnsRecordSetList\",\"metadata\":{\"resourceVersion\":\"7\"}}\n";
  }
}
