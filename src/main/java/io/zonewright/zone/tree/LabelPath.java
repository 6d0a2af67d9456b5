package io.zonewright.zone.tree;

import io.zonewright.dns.DomainName;
import java.util.Arrays;

/** The labels of a name below a top name: where each starts, the leftmost first. */
final class LabelPath {
  private final byte[] wire;
  private final int[] starts;

  LabelPath(DomainName top, DomainName name) {
    if (!name.isAtOrBelow(top)) {
      throw new IllegalArgumentException(name + " is not at or below " + top);
    }
    wire = name.toWire();
    int[] found = new int[wire.length];
    int count = 0;
    for (int at = 0; at < wire.length - top.wireLength(); at += wire[at] + 1) {
      found[count++] = at;
    }
    starts = Arrays.copyOf(found, count);
  }

  byte[] wire() {
    return wire;
  }

  /** The number of labels below the top. */
  int length() {
    return starts.length;
  }

  /** Where a label has its length octet; 0 is the leftmost. */
  int start(int label) {
    return starts[label];
  }
}
