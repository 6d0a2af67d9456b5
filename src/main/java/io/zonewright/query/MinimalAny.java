package io.zonewright.query;

import io.zonewright.zone.RRset;
import io.zonewright.zone.ZoneNode;

/** The answer to a query for ANY: one RRset of the name, the smallest (RFC 8482 section 4.1). */
final class MinimalAny {
  private MinimalAny() {}

  /** Chooses among the RRsets of a node, of which there is at least one. */
  static RRset choose(ZoneNode node) {
    RRset smallest = node.rrset(0);
    for (int i = 1; i < node.rrsetCount(); i++) {
      RRset other = node.rrset(i);
      smallest = other.packed().length < smallest.packed().length ? other : smallest;
    }
    return smallest;
  }
}
