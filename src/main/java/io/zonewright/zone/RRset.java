package io.zonewright.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of one owner name and type, in wire form (RFC 2181 section 5).
 *
 * <p>Immutable. The record data is one packed array: for each record a 16-bit length and as many
 * octets, names within them uncompressed, in canonical order (RFC 4034 section 6.3) and without
 * duplicates. Two RRsets are equal if type, TTL and data are.
 */
public final class RRset {
  private static final Additional[] NO_ADDITIONAL = {};

  /** Enough for every record with an octet of data in a message of 65535. */
  private static final int MAX_SIZE = 0xffff;

  // The type and the number of records have 16 bits each, so that a large zone takes less memory.
  private final char type;
  private final char size;
  private final int ttl;
  private final byte[] packed;
  private final Additional[] additional;

  private RRset(int type, int ttl, int size, byte[] packed, Additional[] additional) {
    if (size > MAX_SIZE) {
      throw new IllegalArgumentException("an RRset has at most 65535 records: " + size);
    }
    this.type = (char) type;
    this.size = (char) size;
    this.ttl = ttl;
    this.packed = packed;
    this.additional = additional;
  }

  /**
   * Makes an RRset.
   *
   * @param type the record type
   * @param ttl in seconds, between 0 and 2147483647 (RFC 2181 section 8)
   * @param rdata the data of each record, at least one, each at most 65535 octets; copied
   */
  public static RRset of(int type, int ttl, List<byte[]> rdata) {
    if (ttl < 0) {
      throw new IllegalArgumentException("a TTL is between 0 and 2147483647: " + ttl);
    }
    List<byte[]> records = rdata.size() == 1 ? rdata : RdataPacking.canonical(type, rdata);
    return new RRset(type, ttl, records.size(), RdataPacking.pack(records), NO_ADDITIONAL);
  }

  /** The record type. */
  public int type() {
    return type;
  }

  /** In seconds. */
  public int ttl() {
    return ttl;
  }

  /** The number of records. */
  public int size() {
    return size;
  }

  /** The packed data; callers must not change it. */
  public byte[] packed() {
    return packed;
  }

  /** A copy of the data of each record, in order. Not for the query path. */
  public List<byte[]> rdata() {
    List<byte[]> records = new ArrayList<>(size);
    for (int at = 0; at < packed.length; at = RdataPacking.next(packed, at)) {
      records.add(Arrays.copyOfRange(packed, at + 2, RdataPacking.next(packed, at)));
    }
    return records;
  }

  /** How many names this RRset points at that bring something into the additional section. */
  public int additionalCount() {
    return additional.length;
  }

  /** What one of the names brings; {@code index} is below {@link #additionalCount}. */
  public Additional additional(int index) {
    return additional[index];
  }

  /**
   * What the names that this RRset points at bring into the additional section, each name once. Set
   * only in RRsets that come from a {@link Zone}.
   */
  public List<Additional> additional() {
    return List.of(additional);
  }

  RRset withAdditional(List<Additional> all) {
    Additional[] array = all.isEmpty() ? NO_ADDITIONAL : all.toArray(Additional[]::new);
    return new RRset(type, ttl, size, packed, array);
  }

  /** The same records with nothing additional, so that they can stand in an {@link Additional}. */
  RRset bare() {
    return additional.length == 0 ? this : new RRset(type, ttl, size, packed, NO_ADDITIONAL);
  }

  /** The same records with another TTL. */
  RRset withTtl(int newTtl) {
    return new RRset(type, newTtl, size, packed, additional);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof RRset other
        && type == other.type
        && ttl == other.ttl
        && Arrays.equals(packed, other.packed);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type + ttl) + Arrays.hashCode(packed);
  }
}
