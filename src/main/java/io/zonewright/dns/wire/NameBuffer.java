package io.zonewright.dns.wire;

import io.zonewright.dns.DomainName;

/**
 * A domain name that its owner overwrites again and again: the octets of the wire form folded to
 * lower case (RFC 4343), and where each label starts. For the query path, where no name is
 * allocated.
 */
public final class NameBuffer {
  private final byte[] octets = new byte[DomainName.MAX_WIRE_LENGTH];
  private final int[] labelStarts = new int[128];
  private int length;
  private int labelCount;

  /** Takes over a name. */
  public void set(DomainName name) {
    reset();
    for (int at = 0; at < name.wireLength(); ) {
      int labelLength = name.wireAt(at);
      if (labelLength == 0) {
        break;
      }
      beginLabel(labelLength);
      for (int i = 1; i <= labelLength; i++) {
        append(name.wireAt(at + i));
      }
      at += labelLength + 1;
    }
    finish();
  }

  /** Empties the buffer, to be filled label by label and ended by {@link #finish}. */
  public void reset() {
    length = 0;
    labelCount = 0;
  }

  /** Begins a label of 1 to 63 octets; false if the name would grow beyond 255 octets. */
  public boolean beginLabel(int labelLength) {
    if (length + labelLength + 2 > octets.length) {
      return false;
    }
    labelStarts[labelCount++] = length;
    octets[length++] = (byte) labelLength;
    return true;
  }

  /** Appends an octet of the label that was begun, folded to lower case. */
  public void append(byte octet) {
    octets[length++] = DomainName.fold(octet);
  }

  /** Ends the name with the root label. */
  public void finish() {
    octets[length++] = 0;
  }

  /** The octets, valid up to {@link #length}; read only. */
  public byte[] octets() {
    return octets;
  }

  /** The number of octets with the root label, 1 to 255. */
  public int length() {
    return length;
  }

  /** The number of labels without the root. */
  public int labelCount() {
    return labelCount;
  }

  /** Where label {@code index} starts (at its length octet); 0 is the leftmost. */
  public int labelStart(int index) {
    return labelStarts[index];
  }

  /** The name as a value; allocates. */
  public DomainName toName() {
    return DomainName.fromWire(octets, 0);
  }
}
