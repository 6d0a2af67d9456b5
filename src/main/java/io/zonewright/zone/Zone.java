package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.dns.wire.NameBuffer;
import org.jspecify.annotations.Nullable;

/** One version of a zone. Immutable, and shares structure with the versions before and after it. */
public final class Zone {
  private Zone() {}

  /** A zone without records, to be edited. */
  public static Zone empty(DomainName apex) {
    throw new UnsupportedOperationException();
  }

  /** The name of the zone. */
  public DomainName apex() {
    throw new UnsupportedOperationException();
  }

  /** The node of the apex. */
  public ZoneNode apexNode() {
    throw new UnsupportedOperationException();
  }

  /** The SOA RRset, or null while the zone has none and so cannot be served. */
  public @Nullable RRset soa() {
    throw new UnsupportedOperationException();
  }

  /**
   * The SOA RRset with the TTL of negative answers: the lesser of its TTL and MINIMUM (RFC 2308
   * section 5).
   */
  public @Nullable RRset negativeSoa() {
    throw new UnsupportedOperationException();
  }

  /** The serial of the SOA; 0 without one. */
  public Serial serial() {
    throw new UnsupportedOperationException();
  }

  /** The digest of the content without the serial. */
  public ContentDigest digest() {
    throw new UnsupportedOperationException();
  }

  /**
   * Whether a positive A or AAAA answer brings the other family along in the additional section.
   */
  public boolean siblingAddresses() {
    throw new UnsupportedOperationException();
  }

  /** The number of owner names, empty non-terminals included. */
  public int nodeCount() {
    throw new UnsupportedOperationException();
  }

  /** The number of RRsets. */
  public int rrsetCount() {
    throw new UnsupportedOperationException();
  }

  /** The node of a name, occluded ones included, or null. */
  public @Nullable ZoneNode find(DomainName owner) {
    throw new UnsupportedOperationException();
  }

  /** All nodes in canonical order, empty non-terminals and occluded ones included. */
  public Iterable<ZoneNode> nodes() {
    throw new UnsupportedOperationException();
  }

  /**
   * Finds what the zone says of a name and type. Allocates nothing and takes no lock.
   *
   * <p>A type of CNAME is answered by the CNAME itself; ANY finds ANSWER on any node with RRsets
   * ({@link Lookup#rrset} is then null). DS at a zone cut is answered by this, the parent side.
   *
   * @param name at or below the apex
   * @param type the type asked
   * @param result overwritten
   */
  public void lookup(NameBuffer name, int type, Lookup result) {
    throw new UnsupportedOperationException();
  }

  /** Begins the next version. */
  public ZoneEditor edit() {
    throw new UnsupportedOperationException();
  }

  /** This version with another serial; the zone must have a SOA. */
  public Zone withSerial(Serial serial) {
    throw new UnsupportedOperationException();
  }
}
