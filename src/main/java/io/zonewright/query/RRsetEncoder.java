package io.zonewright.query;

import io.zonewright.dns.RRType;
import io.zonewright.dns.wire.Header;
import io.zonewright.dns.wire.MessageWriter;
import io.zonewright.dns.wire.RdataWriter;
import io.zonewright.zone.RRset;

/** Writes the records of an RRset. */
final class RRsetEncoder {
  private static final int CLASS_IN = 1;

  private final MessageWriter writer;
  private final ChainName question;

  /**
   * Makes an encoder.
   *
   * @param question the name asked; a record that it owns points at the question, and so has its
   *     case
   */
  RRsetEncoder(MessageWriter writer, ChainName question) {
    this.writer = writer;
    this.question = question;
  }

  /** Writes all records, or up to where they overflow, and returns how many there are. */
  int write(PlacedRRset placed) {
    ChainName target = placed.synthesizedTarget();
    if (target != null) {
      writeSynthesized(placed, target);
      return 1;
    }
    RRset rrset = placed.rrset();
    byte[] packed = rrset.packed();
    int at = 0;
    for (int i = 0; i < rrset.size() && !writer.overflowed(); i++) {
      int length = (packed[at] & 0xff) << 8 | (packed[at + 1] & 0xff);
      writeFixed(placed, rrset.type());
      RdataWriter.write(writer, rrset.type(), packed, at + 2, length);
      at += 2 + length;
    }
    return rrset.size();
  }

  private void writeSynthesized(PlacedRRset placed, ChainName target) {
    writeFixed(placed, RRType.CNAME);
    int lengthAt = writer.position();
    writer.u16(0);
    writer.name(target.octets(), 0);
    if (!writer.overflowed()) {
      writer.u16At(lengthAt, writer.position() - lengthAt - 2);
    }
  }

  private void writeFixed(PlacedRRset placed, int type) {
    writeOwner(placed);
    writer.u16(type);
    writer.u16(CLASS_IN);
    writer.u32(placed.rrset().ttl());
  }

  private void writeOwner(PlacedRRset placed) {
    ChainName owner = placed.chainOwner();
    if (owner == null) {
      writer.name(placed.zoneOwner());
    } else if (owner == question && !owner.isRoot()) {
      writer.pointer(Header.LENGTH);
    } else {
      writer.name(owner.octets(), 0);
    }
  }
}
