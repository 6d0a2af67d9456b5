package io.zonewright.operator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Cuts a list, as the API server writes it in JSON, into pages while it comes. Each page but the
 * last is a list of its own with nothing but items and the token of the next one. Of the fields of
 * a list only its items are an array. For one thread at a time.
 */
final class ListCutter {
  private static final byte[] HEAD = "{\"items\":[".getBytes(StandardCharsets.US_ASCII);

  private enum Part {
    BEFORE_ITEMS,
    ITEMS,
    AFTER_ITEMS
  }

  private final int size;
  private final IntFunction<String> tokens;
  private final Consumer<byte[]> pages;

  private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
  private final ByteArrayOutputStream page = new ByteArrayOutputStream();
  private Part part = Part.BEFORE_ITEMS;
  private int depth;
  private boolean inText;
  private boolean escaped;
  private int items;
  private int pagesCut;

  /**
   * Cuts pages of the given size.
   *
   * @param tokens what names the page of a number, from 1
   */
  ListCutter(int size, IntFunction<String> tokens, Consumer<byte[]> pages) {
    this.size = size;
    this.tokens = tokens;
    this.pages = pages;
  }

  /** Takes the octets that came. */
  void take(ByteBuffer octets) {
    byte[] chunk = new byte[octets.remaining()];
    octets.get(chunk);
    int from = 0;
    for (int at = 0; at < chunk.length; at++) {
      if (inText) {
        passText(chunk[at]);
      } else {
        from = pass(chunk, from, at);
      }
    }
    keep(chunk, from, chunk.length);
  }

  private void passText(byte octet) {
    if (escaped) {
      escaped = false;
    } else if (octet == '\\') {
      escaped = true;
    } else if (octet == '"') {
      inText = false;
    }
  }

  /** Passes an octet outside of texts, and returns from where on the chunk is to be kept. */
  private int pass(byte[] chunk, int from, int at) {
    switch (chunk[at]) {
      case '"' -> inText = true;
      case '{' -> depth++;
      case '[' -> {
        if (depth++ == 1 && part == Part.BEFORE_ITEMS) {
          keep(chunk, from, at + 1);
          part = Part.ITEMS;
          return at + 1;
        }
      }
      case '}' -> {
        if (--depth == 2 && part == Part.ITEMS) {
          items++;
        }
      }
      case ']' -> {
        if (--depth == 1 && part == Part.ITEMS) {
          keep(chunk, from, at);
          part = Part.AFTER_ITEMS;
          endItems();
          return at;
        }
      }
      case ',' -> {
        if (items == size && depth == 2 && part == Part.ITEMS) {
          keep(chunk, from, at);
          cut();
          return at + 1;
        }
      }
      default -> {}
    }
    return from;
  }

  private void keep(byte[] chunk, int from, int to) {
    (part == Part.ITEMS ? page : frame).write(chunk, from, to - from);
  }

  private void cut() {
    String tail = "],\"metadata\":{\"continue\":\"" + tokens.apply(++pagesCut) + "\"}}";
    ByteArrayOutputStream whole = new ByteArrayOutputStream(page.size() + 128);
    whole.writeBytes(HEAD);
    whole.writeBytes(page.toByteArray());
    whole.writeBytes(tail.getBytes(StandardCharsets.US_ASCII));
    pages.accept(whole.toByteArray());
    page.reset();
    items = 0;
  }

  /** What is left of the items goes where they stand in the list. */
  private void endItems() {
    frame.writeBytes(page.toByteArray());
    page.reset();
  }

  /** Whether the list has come to its end. */
  boolean isWhole() {
    return part == Part.AFTER_ITEMS && depth == 0;
  }

  /** The last page: what the list says of itself, and the items that are left. */
  byte[] last() {
    return frame.toByteArray();
  }
}
