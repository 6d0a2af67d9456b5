package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.tree.OwnerTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next version of a zone from changes of single RRsets. For one thread; the version that
 * it began with is not touched.
 *
 * <p>A change is made in the tree at once. What other RRsets bring into the additional section
 * because of it is worked out at {@link #commit}, once for each owner concerned.
 */
public final class ZoneEditor {
  private final RRsetHash hash = new RRsetHash();
  private final Dependants dependants;
  private ZoneNode apex;
  private ContentDigest digest;
  private boolean siblingAddresses;
  private int nodes;
  private int rrsets;

  ZoneEditor(ZoneNode apex, TargetIndex targets, ZoneTotals totals) {
    this.apex = apex;
    this.dependants = new Dependants(targets);
    this.digest = totals.digest().of(apex);
    this.siblingAddresses = totals.siblingAddresses();
    this.nodes = totals.nodes();
    this.rrsets = totals.rrsets();
  }

  /**
   * Puts an RRset, in place of one of its type at the owner; the owner is at or below the apex.
   *
   * @throws IllegalArgumentException if the owner is outside of the zone, or the RRset is a SOA
   *     that is malformed or not at the apex, or points at what is not a name
   */
  public ZoneEditor put(DomainName owner, RRset rrset) {
    RRsetPlace.check(apex.owner(), owner, rrset);
    ZoneNode encloser = OwnerTree.closestEncloser(apex, owner);
    ZoneNode before = isAt(owner, encloser) ? encloser : null;
    RRset old = before == null ? null : before.find(rrset.type());
    if (rrset.equals(old)) {
      return this;
    }
    apex = OwnerTree.update(apex, owner, node -> node.named(owner).with(rrset));
    nodes += depthBetween(encloser, owner);
    count(owner, old, rrset);
    dependants.changed(owner, rrset.type(), before, OwnerTree.find(apex, owner));
    dependants.appearedOrGone(encloser, owner);
    return this;
  }

  /** Removes the RRset of a type; does nothing if there is none. */
  public ZoneEditor remove(DomainName owner, int type) {
    ZoneNode before = OwnerTree.find(apex, owner);
    RRset old = before == null ? null : before.find(type);
    if (old == null) {
      return this;
    }
    apex = OwnerTree.update(apex, owner, node -> node.without(type));
    ZoneNode encloser = OwnerTree.closestEncloser(apex, owner);
    nodes -= depthBetween(encloser, owner);
    count(owner, old, null);
    dependants.changed(owner, type, before, isAt(owner, encloser) ? encloser : null);
    dependants.appearedOrGone(encloser, owner);
    return this;
  }

  /** Sets {@link Zone#siblingAddresses}. */
  public ZoneEditor siblingAddresses(boolean on) {
    if (siblingAddresses != on) {
      siblingAddresses = on;
      ContentDigest setting = hash.ofSiblingAddresses();
      digest = on ? digest.plus(setting) : digest.minus(setting);
    }
    return this;
  }

  /** The next version; the editor may go on from it. */
  public Zone commit() {
    AdditionalResolver resolver = new AdditionalResolver(apex);
    for (DomainName owner : dependants.takeStale()) {
      refresh(owner, resolver);
    }
    ZoneTotals totals = new ZoneTotals(nodes, rrsets, ZoneDigest.of(digest), siblingAddresses);
    return new Zone(apex, dependants.index(), totals);
  }

  private void refresh(DomainName owner, AdditionalResolver resolver) {
    ZoneNode node = OwnerTree.find(apex, owner);
    for (int i = 0; node != null && i < node.rrsetCount(); i++) {
      RRset rrset = node.rrset(i);
      List<Additional> additional = resolver.resolve(node, rrset);
      if (!additional.equals(rrset.additional())) {
        RRset refreshed = rrset.withAdditional(additional);
        apex = OwnerTree.update(apex, owner, stale -> stale.with(refreshed));
      }
    }
  }

  private void count(DomainName owner, @Nullable RRset old, @Nullable RRset added) {
    if (old != null) {
      digest = digest.minus(hash.of(owner, old));
      rrsets--;
    }
    if (added != null) {
      digest = digest.plus(hash.of(owner, added));
      rrsets++;
    }
  }

  private static boolean isAt(DomainName owner, ZoneNode node) {
    return node.owner().wireLength() == owner.wireLength();
  }

  private static int depthBetween(ZoneNode encloser, DomainName owner) {
    return owner.labelCount() - encloser.owner().labelCount();
  }
}
