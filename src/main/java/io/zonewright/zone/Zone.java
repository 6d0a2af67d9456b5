package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import io.zonewright.dns.wire.NameBuffer;
import io.zonewright.zone.tree.OwnerTree;
import org.jspecify.annotations.Nullable;

/** One version of a zone. Immutable, and shares structure with the versions before and after it. */
public final class Zone {
  private final ZoneNode apexNode;
  private final TargetIndex targets;
  private final ZoneTotals totals;
  private final @Nullable RRset soa;
  private final @Nullable RRset negativeSoa;

  Zone(ZoneNode apexNode, TargetIndex targets, ZoneTotals totals) {
    this.apexNode = apexNode;
    this.targets = targets;
    this.totals = totals;
    this.soa = apexNode.find(RRType.SOA);
    this.negativeSoa = soa == null ? null : Soa.negative(soa);
  }

  /** A zone without records, to be edited. */
  public static Zone empty(DomainName apex) {
    return new Zone(ZoneNode.empty(apex), TargetIndex.empty(apex), ZoneTotals.EMPTY);
  }

  /** The name of the zone. */
  public DomainName apex() {
    return apexNode.owner();
  }

  /** The node of the apex. */
  public ZoneNode apexNode() {
    return apexNode;
  }

  /** The SOA RRset, or null while the zone has none and so cannot be served. */
  public @Nullable RRset soa() {
    return soa;
  }

  /**
   * The SOA RRset with the TTL of negative answers: the lesser of its TTL and MINIMUM (RFC 2308
   * section 5).
   */
  public @Nullable RRset negativeSoa() {
    return negativeSoa;
  }

  /** The serial of the SOA; 0 without one. */
  public Serial serial() {
    return soa == null ? new Serial(0) : Soa.serial(soa);
  }

  /** The digest of the content without the serial. */
  public ContentDigest digest() {
    return totals.digest().of(apexNode);
  }

  /**
   * Whether a positive A or AAAA answer brings the other family along in the additional section.
   */
  public boolean siblingAddresses() {
    return totals.siblingAddresses();
  }

  /** The number of owner names, empty non-terminals and the apex included. */
  public int nodeCount() {
    return totals.nodes();
  }

  /** The number of RRsets. */
  public int rrsetCount() {
    return totals.rrsets();
  }

  /** The node of a name, occluded ones included, or null. */
  public @Nullable ZoneNode find(DomainName owner) {
    return owner.isAtOrBelow(apex()) ? OwnerTree.find(apexNode, owner) : null;
  }

  /**
   * The node before a name in canonical order, which covers the name if it does not exist (RFC 4034
   * section 4.1.1); empty non-terminals and occluded ones count. Null for the apex and for names
   * outside of the zone.
   */
  public @Nullable ZoneNode predecessor(DomainName name) {
    return name.isBelow(apex()) ? OwnerTree.predecessor(apexNode, name) : null;
  }

  /** All nodes in canonical order, empty non-terminals and occluded ones included. */
  public Iterable<ZoneNode> nodes() {
    return apexNode::subtree;
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
    Descent.walk(apexNode, name, type, result);
  }

  /** Begins the next version. */
  public ZoneEditor edit() {
    return new ZoneEditor(apexNode, targets, totals);
  }

  /** This version with another serial; the zone must have a SOA. */
  public Zone withSerial(Serial serial) {
    if (soa == null) {
      throw new IllegalStateException(apex() + " has no SOA");
    }
    return new Zone(apexNode.with(Soa.withSerial(soa, serial)), targets, totals);
  }
}
