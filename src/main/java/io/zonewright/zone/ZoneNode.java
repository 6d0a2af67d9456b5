package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.tree.OwnerNode;
import io.zonewright.zone.tree.Twig;
import org.jspecify.annotations.Nullable;

/** An owner name of a zone version with its RRsets; an empty non-terminal has none. Immutable. */
public final class ZoneNode extends OwnerNode<ZoneNode> {
  private static final RRset[] NONE = {};

  /** So few RRsets, as almost every owner name has, are looked through one after the other. */
  private static final int FEW = 8;

  private final RRset[] rrsets;
  private final boolean hasNs;
  private final boolean hasDname;
  private final boolean hasWildcard;

  private ZoneNode(DomainName owner, @Nullable Twig<ZoneNode> children, RRset[] rrsets) {
    super(owner, children);
    this.rrsets = rrsets;
    this.hasNs = find(RRType.NS) != null;
    this.hasDname = find(RRType.DNAME) != null;
    this.hasWildcard = wildcardChild() != null;
  }

  static ZoneNode empty(DomainName owner) {
    return new ZoneNode(owner, null, NONE);
  }

  /** A node without names below it; the RRsets in ascending order of type, which are not copied. */
  static ZoneNode of(DomainName owner, RRset[] rrsets) {
    return new ZoneNode(owner, null, rrsets);
  }

  /** The RRset of a type, or null. */
  public @Nullable RRset find(int type) {
    int index = place(type);
    return index < rrsets.length && rrsets[index].type() == type ? rrsets[index] : null;
  }

  /** The number of RRsets. */
  public int rrsetCount() {
    return rrsets.length;
  }

  /** One of the RRsets, in ascending order of type. */
  public RRset rrset(int index) {
    return rrsets[index];
  }

  /**
   * Whether the names at and below are delegated, if this is not the apex. NS at a wildcard name,
   * which RFC 4592 section 4.2 leaves undefined, is ordinary data.
   */
  boolean delegates() {
    return hasNs && !owner().isWildcard();
  }

  /** Whether the names below are redirected (RFC 6672). */
  boolean redirects() {
    return hasDname;
  }

  /** Whether there is a child {@code *}. */
  boolean hasWildcard() {
    return hasWildcard;
  }

  @Override
  protected boolean isEmpty() {
    return rrsets.length == 0;
  }

  @Override
  protected ZoneNode withChildren(@Nullable Twig<ZoneNode> newChildren) {
    return new ZoneNode(owner(), newChildren, rrsets);
  }

  @Override
  protected ZoneNode emptyNode(DomainName name) {
    return empty(name);
  }

  /** With the case of the name as given, if so far it only came from a name below. */
  ZoneNode named(DomainName name) {
    return rrsets.length > 0 ? this : new ZoneNode(name, children(), rrsets);
  }

  ZoneNode with(RRset rrset) {
    int index = place(rrset.type());
    boolean replaces = index < rrsets.length && rrsets[index].type() == rrset.type();
    RRset[] copy = new RRset[replaces ? rrsets.length : rrsets.length + 1];
    System.arraycopy(rrsets, 0, copy, 0, index);
    copy[index] = rrset;
    int rest = replaces ? index + 1 : index;
    System.arraycopy(rrsets, rest, copy, index + 1, rrsets.length - rest);
    return new ZoneNode(owner(), children(), copy);
  }

  ZoneNode without(int type) {
    int index = place(type);
    if (index == rrsets.length || rrsets[index].type() != type) {
      return this;
    }
    RRset[] copy = new RRset[rrsets.length - 1];
    System.arraycopy(rrsets, 0, copy, 0, index);
    System.arraycopy(rrsets, index + 1, copy, index, copy.length - index);
    return new ZoneNode(owner(), children(), copy.length == 0 ? NONE : copy);
  }

  /** Where a type is or would be: bisected while there are many, then step by step. */
  private int place(int type) {
    int index = 0;
    int end = rrsets.length;
    while (end - index > FEW) {
      int middle = (index + end) >>> 1;
      if (rrsets[middle].type() < type) {
        index = middle + 1;
      } else {
        end = middle;
      }
    }
    while (index < end && rrsets[index].type() < type) {
      index++;
    }
    return index;
  }
}
