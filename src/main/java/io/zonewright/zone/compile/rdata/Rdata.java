package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.CanonicalRdata;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The data of one record in wire form, names within it uncompressed. Immutable. */
public final class Rdata implements Comparable<Rdata> {
  /** The longest data of a record, in octets. */
  public static final int MAX_LENGTH = 0xffff;

  private final byte[] wire;

  private Rdata(byte[] wire) {
    this.wire = wire;
  }

  /** Takes the octets, which the caller must not change any more. */
  static Rdata of(byte[] wire) {
    return new Rdata(wire);
  }

  /** The records of a type, each once, in the order in which an RRset of them serves them. */
  public static List<Rdata> distinct(int type, Collection<Rdata> records) {
    return CanonicalRdata.distinct(type, records, Rdata::wire);
  }

  /** The number of octets. */
  public int length() {
    return wire.length;
  }

  /** A copy of the octets. */
  public byte[] toWire() {
    return wire.clone();
  }

  /** The octets themselves, for readers in this package. */
  byte[] wire() {
    return wire;
  }

  /** The order of RFC 4034 section 6.3. */
  @Override
  public int compareTo(Rdata other) {
    return Arrays.compareUnsigned(wire, other.wire);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Rdata other && Arrays.equals(wire, other.wire);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(wire);
  }
}
