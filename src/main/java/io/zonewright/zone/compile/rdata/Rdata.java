package io.zonewright.zone.compile.rdata;

import java.util.Arrays;

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
