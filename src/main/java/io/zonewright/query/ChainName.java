package io.zonewright.query;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.wire.NameBuffer;
import java.nio.ByteBuffer;

/**
 * A name that an answer passes through: the one asked, or the target of an alias. Kept in the case
 * in which it was written, to be sent, and in lower case, to be looked up. Overwritten from query
 * to query.
 */
final class ChainName {
  private final byte[] octets = new byte[DomainName.MAX_WIRE_LENGTH];
  private final NameBuffer folded = new NameBuffer();

  /** Takes over a name of a packet that was found to be valid, {@code length} octets long. */
  void set(ByteBuffer packet, int from, int length) {
    for (int i = 0; i < length; i++) {
      octets[i] = packet.get(from + i);
    }
    fold();
  }

  /** Takes over a valid name of record data. */
  void set(byte[] rdata, int from) {
    copyName(rdata, from, 0);
    fold();
  }

  /**
   * Takes over the first labels of a name, with another ending (RFC 6672 section 2.2).
   *
   * @return false if the result would be too long; this name is then undefined
   */
  boolean setSubstituted(ChainName original, int prefixLength, byte[] rdata, int from) {
    System.arraycopy(original.octets, 0, octets, 0, prefixLength);
    if (!copyName(rdata, from, prefixLength)) {
      return false;
    }
    fold();
    return true;
  }

  private boolean copyName(byte[] source, int from, int to) {
    int next = from;
    while (source[next] != 0) {
      next += source[next] + 1;
    }
    int length = next + 1 - from;
    if (to + length > octets.length) {
      return false;
    }
    System.arraycopy(source, from, octets, to, length);
    return true;
  }

  private void fold() {
    folded.reset();
    int at = 0;
    while (octets[at] != 0) {
      int end = at + octets[at] + 1;
      folded.beginLabel(octets[at++]);
      while (at < end) {
        folded.append(octets[at++]);
      }
    }
    folded.finish();
  }

  /** The name as it is sent, in wire form; read only. */
  byte[] octets() {
    return octets;
  }

  /** The name as it is looked up. */
  NameBuffer folded() {
    return folded;
  }

  boolean isRoot() {
    return octets[0] == 0;
  }

  /** Whether both are one name, whatever the case. */
  boolean equalsIgnoringCase(ChainName other) {
    int length = folded.length();
    return length == other.folded.length() && tailEquals(other.folded.octets(), 0, length);
  }

  private boolean tailEquals(byte[] name, int at, int length) {
    byte[] mine = folded.octets();
    for (int i = 0; i < length; i++) {
      if (mine[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether this name is the other or lies below it. */
  boolean isAtOrBelow(DomainName other) {
    int labels = folded.labelCount() - other.labelCount();
    if (labels < 0) {
      return false;
    }
    int at = prefixLength(labels);
    if (folded.length() - at != other.wireLength()) {
      return false;
    }
    for (int i = 0; i < other.wireLength(); i++) {
      if (folded.octets()[at + i] != DomainName.fold(other.wireAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether both are one name, whatever the case. */
  boolean isSame(DomainName other) {
    return folded.length() == other.wireLength() && isAtOrBelow(other);
  }

  /** The octets of the first labels. */
  int prefixLength(int labels) {
    return labels == folded.labelCount() ? folded.length() - 1 : folded.labelStart(labels);
  }
}
