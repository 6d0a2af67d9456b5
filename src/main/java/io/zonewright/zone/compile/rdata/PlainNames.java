package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads names from {@link PlainLine}s, just as {@link NameText#below} reads them. Remembers the
 * last one, because the lines of one owner name follow each other. For one thread.
 */
public final class PlainNames {
  private final byte[] wire = new byte[DomainName.MAX_WIRE_LENGTH];
  private byte[] lastText = {};
  private int lastStart;
  private int lastEnd;
  private @Nullable DomainName lastOrigin;
  private @Nullable DomainName last;

  /**
   * Reads a word.
   *
   * @param origin what relative names stand below
   * @return the name; null if it is the root, or not a name
   */
  public @Nullable DomainName read(PlainLine line, int word, DomainName origin) {
    if (line.is(word, "@")) {
      return origin;
    }
    if (!isLast(line, word, origin)) {
      last = name(line.text(), line.start(word), line.end(word), origin);
      lastText = line.text();
      lastStart = line.start(word);
      lastEnd = line.end(word);
      lastOrigin = origin;
    }
    return last;
  }

  @SuppressWarnings("ReferenceEquality") // Another origin of the same name is only read once more.
  private boolean isLast(PlainLine line, int word, DomainName origin) {
    return origin == lastOrigin
        && Arrays.equals(
            line.text(), line.start(word), line.end(word), lastText, lastStart, lastEnd);
  }

  private @Nullable DomainName name(byte[] text, int from, int to, DomainName origin) {
    int label = 0;
    int end = 1;
    for (int at = from; at < to; at++) {
      if (text[at] == '.') {
        if (!close(label, end)) {
          return null;
        }
        label = end++;
      } else if (end >= wire.length - 1) {
        return null;
      } else {
        wire[end++] = text[at];
      }
    }
    if (text[to - 1] == '.') {
      wire[label] = 0;
      return DomainName.fromWire(wire, 0);
    }
    if (!close(label, end) || end + origin.wireLength() > wire.length) {
      return null;
    }
    origin.copyWireTo(wire, end);
    return DomainName.fromWire(wire, 0);
  }

  private boolean close(int label, int end) {
    int length = end - label - 1;
    wire[label] = (byte) length;
    return length > 0 && length <= DomainName.MAX_LABEL_LENGTH;
  }
}
