package io.zonewright.dns;

import java.util.Arrays;

/**
 * A fully qualified domain name, kept in uncompressed wire form (RFC 1035 section 3.1).
 *
 * <p>The case of letters is kept as it was given, but names are compared, ordered and hashed
 * without regard to the case of ASCII letters (RFC 4343). The order is the canonical one of RFC
 * 4034 section 6.1: by labels from the root down.
 */
public final class DomainName implements Comparable<DomainName> {
  /** The longest name, in octets of wire form with the root label (RFC 1035 section 2.3.4). */
  public static final int MAX_WIRE_LENGTH = 255;

  /** The longest label, in octets (RFC 1035 section 2.3.4). */
  public static final int MAX_LABEL_LENGTH = 63;

  /** The root, a name without labels. */
  public static final DomainName ROOT = new DomainName(new byte[1]);

  private final byte[] wire;

  /** Worked out when first asked for, by whichever threads ask: all find the same. */
  private int hash;

  private DomainName(byte[] wire) {
    this(wire, 0);
  }

  private DomainName(byte[] wire, int hash) {
    this.wire = wire;
    this.hash = hash;
  }

  /**
   * Reads a name in presentation form (RFC 1035 section 5.1): labels divided by dots, {@code \X}
   * and {@code \DDD} for bytes that would otherwise mean something else. A missing final dot is
   * taken as present; an empty text or {@code "."} is the root.
   *
   * @throws InvalidNameException if the text is not a domain name; its message says why
   */
  public static DomainName parse(String text) {
    return new NamePresentation(text).read();
  }

  /**
   * Takes a name from wire form without compression.
   *
   * @param bytes holds the name
   * @param offset where the name begins
   * @return a name that shares nothing with {@code bytes}
   * @throws InvalidNameException if no valid name lies there
   */
  public static DomainName fromWire(byte[] bytes, int offset) {
    int end = offset;
    while (end < bytes.length && bytes[end] != 0) {
      int length = bytes[end] & 0xff;
      if (length > MAX_LABEL_LENGTH) {
        throw new InvalidNameException("a label is at most 63 octets long, and not compressed");
      }
      end += length + 1;
    }
    if (end >= bytes.length) {
      throw new InvalidNameException("the name ends before its root label");
    }
    return ofValidWire(Arrays.copyOfRange(bytes, offset, end + 1));
  }

  static DomainName ofValidWire(byte[] wire) {
    if (wire.length > MAX_WIRE_LENGTH) {
      throw new InvalidNameException(
          "a name is at most 255 octets long, and this one has " + wire.length);
    }
    return wire.length == 1 ? ROOT : new DomainName(wire);
  }

  /** The number of octets of the wire form, between 1 and 255. */
  public int wireLength() {
    return wire.length;
  }

  /** A copy of the wire form, with the root label at its end. */
  public byte[] toWire() {
    return wire.clone();
  }

  /** Copies the whole wire form to {@code target} from {@code offset} on. */
  public void copyWireTo(byte[] target, int offset) {
    System.arraycopy(wire, 0, target, offset, wire.length);
  }

  /** The octet of the wire form at {@code index}. */
  public byte wireAt(int index) {
    return wire[index];
  }

  /** The number of labels without the root: 0 for the root, 2 for {@code example.com.}. */
  public int labelCount() {
    int count = 0;
    for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
      count++;
    }
    return count;
  }

  /** Whether this is the root. */
  public boolean isRoot() {
    return wire.length == 1;
  }

  /** Whether the leftmost label is a lone asterisk (RFC 4592 section 2.1.1). */
  public boolean isWildcard() {
    return wire[0] == 1 && wire[1] == '*';
  }

  /**
   * The name without its leftmost label.
   *
   * @throws IllegalStateException for the root, which has no parent
   */
  public DomainName parent() {
    if (isRoot()) {
      throw new IllegalStateException("the root has no parent");
    }
    return ofValidWire(Arrays.copyOfRange(wire, wire[0] + 1, wire.length));
  }

  /**
   * The ancestor (or this name) that has {@code labels} labels.
   *
   * @param labels between 0 and {@link #labelCount()}
   */
  public DomainName ancestor(int labels) {
    int skip = labelCount() - labels;
    if (skip < 0) {
      throw new IllegalArgumentException(this + " has fewer than " + labels + " labels");
    }
    int at = 0;
    for (; skip > 0; skip--) {
      at += wire[at] + 1;
    }
    return at == 0 ? this : ofValidWire(Arrays.copyOfRange(wire, at, wire.length));
  }

  /** Whether this name is {@code other} or lies below it. */
  public boolean isAtOrBelow(DomainName other) {
    int at = wire.length - other.wire.length;
    if (at < 0 || !isLabelStart(at)) {
      return false;
    }
    return foldedEquals(wire, at, other.wire);
  }

  /** Whether this name lies below {@code other} and is not it. */
  public boolean isBelow(DomainName other) {
    return wire.length > other.wire.length && isAtOrBelow(other);
  }

  /**
   * Puts the labels of a name in front of this one.
   *
   * @param relative taken without its root label
   * @throws InvalidNameException if the result is too long
   */
  public DomainName prepend(DomainName relative) {
    byte[] joined = Arrays.copyOf(relative.wire, relative.wire.length - 1 + wire.length);
    System.arraycopy(wire, 0, joined, relative.wire.length - 1, wire.length);
    return ofValidWire(joined);
  }

  /**
   * The wildcard {@code *} directly below this name.
   *
   * @throws InvalidNameException if it would be too long
   */
  public DomainName wildcardChild() {
    byte[] child = new byte[wire.length + 2];
    child[0] = 1;
    child[1] = '*';
    System.arraycopy(wire, 0, child, 2, wire.length);
    return ofValidWire(child);
  }

  /** An equal name in memory of its own, which then lies beside what is made next. */
  public DomainName copy() {
    return new DomainName(wire.clone(), hash);
  }

  /** This name in lower case. */
  public DomainName toLowerCase() {
    byte[] lower = wire.clone();
    boolean changed = false;
    for (int i = 0; i < lower.length; i++) {
      byte folded = fold(lower[i]);
      changed |= folded != lower[i];
      lower[i] = folded;
    }
    return changed ? new DomainName(lower) : this;
  }

  private boolean isLabelStart(int position) {
    int at = 0;
    while (at < position) {
      at += wire[at] + 1;
    }
    return at == position;
  }

  /**
   * Eight octets of the label directly below a name, in lower case: of names below it, those with
   * different ones are in the order of these as unsigned numbers, if all before them are the same.
   *
   * @param above this name, for which there is no such label and the result is 0, or above it
   * @param from the place of the first in the label, from 0 on; zeros stand for what it has not
   */
  public long octetsBelow(DomainName above, int from) {
    int end = wire.length - above.wire.length;
    int label = 0;
    for (int at = 0; at < end; at += wire[at] + 1) {
      label = at;
    }
    long octets = 0;
    for (int i = from + 1; end > 0 && i <= from + Long.BYTES; i++) {
      int octet = i <= wire[label] ? fold(wire[label + i]) & 0xff : 0;
      octets = octets << 8 | octet;
    }
    return octets;
  }

  /** Canonical order (RFC 4034 section 6.1). */
  @Override
  public int compareTo(DomainName other) {
    if (isSiblingOf(other)) {
      return compareLabels(0, other, 0); // as mostly in a zone, and this is quicker
    }
    int excess = labelCount() - other.labelCount();
    int at = skipLabels(excess);
    int otherAt = other.skipLabels(-excess);
    // Walks from the left, so that of the labels that differ the one furthest right counts.
    int order = 0;
    while (wire[at] != 0) {
      int here = compareLabels(at, other, otherAt);
      order = here == 0 ? order : here;
      at += wire[at] + 1;
      otherAt += other.wire[otherAt] + 1;
    }
    return order == 0 ? excess : order;
  }

  /** Whether all but the leftmost label are the same, in the same case. */
  private boolean isSiblingOf(DomainName other) {
    return Arrays.equals(
        wire, wire[0] + 1, wire.length, other.wire, other.wire[0] + 1, other.wire.length);
  }

  private int skipLabels(int labels) {
    int at = 0;
    for (int i = 0; i < labels; i++) {
      at += wire[at] + 1;
    }
    return at;
  }

  private int compareLabels(int at, DomainName other, int otherAt) {
    int length = wire[at];
    int otherLength = other.wire[otherAt];
    for (int i = 1; i <= Math.min(length, otherLength); i++) {
      byte octet = wire[at + i];
      byte otherOctet = other.wire[otherAt + i];
      if (octet != otherOctet && fold(octet) != fold(otherOctet)) {
        return (fold(octet) & 0xff) - (fold(otherOctet) & 0xff);
      }
    }
    return length - otherLength;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof DomainName other
        && wire.length == other.wire.length
        && foldedEquals(wire, 0, other.wire);
  }

  @Override
  public int hashCode() {
    int known = hash;
    if (known == 0) {
      known = foldedHash(wire);
      hash = known;
    }
    return known;
  }

  /**
   * The name in presentation form with its final dot, as {@link #parse} reads it. Bytes other than
   * letters, digits and the punctuation common in names are written as {@code \DDD}.
   */
  @Override
  public String toString() {
    return NamePresentation.write(wire);
  }

  /** The name without its final dot, as the resources spell zone names; the root is {@code "."}. */
  public String toStringWithoutDot() {
    String text = toString();
    return isRoot() ? text : text.substring(0, text.length() - 1);
  }

  /**
   * Folds an ASCII capital letter to lower case and leaves every other octet as it is. Length
   * octets of labels are below 64 and so never change.
   */
  public static byte fold(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? (byte) (octet + ('a' - 'A')) : octet;
  }

  private static boolean foldedEquals(byte[] long_, int from, byte[] tail) {
    if (Arrays.equals(long_, from, from + tail.length, tail, 0, tail.length)) {
      return true; // as mostly, and this is quicker
    }
    for (int i = 0; i < tail.length; i++) {
      if (fold(long_[from + i]) != fold(tail[i])) {
        return false;
      }
    }
    return true;
  }

  private static int foldedHash(byte[] wire) {
    int h = 0;
    for (byte octet : wire) {
      h = 31 * h + fold(octet);
    }
    return h;
  }
}
