package io.zonewright.zone.compile;

import io.zonewright.zone.compile.rdata.Parsed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers all that is wrong with one description. */
final class Findings {
  private final List<Finding> found = new ArrayList<>();

  void add(Reason reason, @Nullable String field, String message) {
    found.add(new Finding(reason, field, message));
  }

  void invalid(String field, String message) {
    add(Reason.INVALID_DATA, field, message);
  }

  /** The value of what was read, or null after its fault has been noted. */
  <T> @Nullable T take(String field, Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Good<T> good -> good.value();
      case Parsed.Bad<T> bad -> {
        invalid(field, bad.message());
        yield null;
      }
    };
  }

  void number(String field, String what, long value, long max) {
    if (value < 0 || value > max) {
      invalid(
          field, value + " is not " + what + " between 0 and " + max + "; write for example 10");
    }
  }

  /** Notes a list that is too short or too long. */
  void listSize(String field, List<?> list, int max) {
    if (list.isEmpty()) {
      invalid(field, "the list is empty; write at least one item");
    } else if (list.size() > max) {
      invalid(field, "there are " + list.size() + " items; write at most " + max);
    }
  }

  /** Notes the items of a list that repeat an earlier one. */
  void distinct(String field, List<String> keys) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      if (!seen.add(keys.get(i))) {
        invalid(field + "[" + i + "]", "'" + keys.get(i) + "' stands twice; leave one out");
      }
    }
  }

  void length(String field, String text, int max) {
    int length = text.codePointCount(0, text.length());
    if (length > max) {
      invalid(field, "the text has " + length + " characters; write at most " + max);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Finding> toList() {
    return List.copyOf(found);
  }
}
