package io.zonewright.zone;

import java.util.List;

/**
 * The records of one owner name and type, in wire form (RFC 2181 section 5).
 *
 * <p>Immutable. The record data is one packed array: for each record a 16-bit length and as many
 * octets, names within them uncompressed, in canonical order (RFC 4034 section 6.3) and without
 * duplicates.
 */
public final class RRset {
  private RRset() {}

  /**
   * Makes an RRset.
   *
   * @param type the record type
   * @param ttl in seconds, between 0 and 2147483647 (RFC 2181 section 8)
   * @param rdata the data of each record, at least one, each at most 65535 octets; copied
   */
  public static RRset of(int type, int ttl, List<byte[]> rdata) {
    throw new UnsupportedOperationException();
  }

  /** The record type. */
  public int type() {
    throw new UnsupportedOperationException();
  }

  /** In seconds. */
  public int ttl() {
    throw new UnsupportedOperationException();
  }

  /** The number of records. */
  public int size() {
    throw new UnsupportedOperationException();
  }

  /** The packed data; callers must not change it. */
  public byte[] packed() {
    throw new UnsupportedOperationException();
  }

  /** A copy of the data of each record, in order. Not for the query path. */
  public List<byte[]> rdata() {
    throw new UnsupportedOperationException();
  }
}
