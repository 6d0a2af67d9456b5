package io.zonewright.query;

import io.zonewright.dns.DomainName;
import java.util.Arrays;

/** The RRsets of one section of a response, in order. Reused, and grows to the largest so far. */
final class Section {
  private PlacedRRset[] places = new PlacedRRset[0];
  private int size;

  /** Empties the section. */
  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  PlacedRRset get(int index) {
    return places[index];
  }

  /** A place at the end, to be filled. */
  PlacedRRset add() {
    if (size == places.length) {
      grow();
    }
    return places[size++];
  }

  private void grow() {
    places = Arrays.copyOf(places, Math.max(8, 2 * size));
    for (int i = size; i < places.length; i++) {
      places[i] = new PlacedRRset();
    }
  }

  /** Whether the RRset of this owner and type is in the section. */
  boolean contains(DomainName owner, int type) {
    for (int i = 0; i < size; i++) {
      if (places[i].is(owner, type)) {
        return true;
      }
    }
    return false;
  }
}
