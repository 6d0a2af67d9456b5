package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.tree.OwnerTree;
import io.zonewright.zone.tree.TreeBuilder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a zone of all of its RRsets at once, where {@link ZoneEditor} makes it of changes. Owner
 * names are copied, so that all that a query looks at for one name lies together in memory, and
 * nothing of what is between it once the zone is read. For one thread.
 */
public final class ZoneBuilder {
  private static final Comparator<RRset> BY_TYPE = Comparator.comparingInt(RRset::type);

  private final DomainName apex;
  private final TreeBuilder<ZoneNode> tree;
  private final TargetIndexBuilder targets;
  private int rrsets;

  /**
   * Begins with the apex.
   *
   * @throws IllegalArgumentException as {@link #add} does
   */
  public ZoneBuilder(DomainName apex, List<RRset> rrsetsOfApex) {
    this.apex = apex;
    this.targets = new TargetIndexBuilder(apex);
    this.tree = new TreeBuilder<>(node(apex, rrsetsOfApex));
  }

  /**
   * Adds an owner name with its RRsets; owner names come in canonical order, each once.
   *
   * @throws IllegalArgumentException if the owner is not in the zone or not in order, or an RRset
   *     is a SOA that is malformed or not at the apex, or points at what is not a name
   */
  public void add(DomainName owner, List<RRset> rrsetsOfOwner) {
    tree.add(node(owner.copy(), rrsetsOfOwner));
  }

  private ZoneNode node(DomainName owner, List<RRset> added) {
    RRset[] sorted = added.toArray(RRset[]::new);
    Arrays.sort(sorted, BY_TYPE);
    for (RRset rrset : sorted) {
      RRsetPlace.check(apex, owner, rrset);
      targets.add(owner, rrset);
    }
    rrsets += sorted.length;
    return ZoneNode.of(owner, sorted);
  }

  /** The zone; nothing can be added after it. */
  public Zone build() {
    ZoneNode top = tree.build();
    AdditionalResolver resolver = new AdditionalResolver(top);
    top = OwnerTree.map(top, node -> withAdditional(node, resolver));
    ZoneTotals totals = new ZoneTotals(tree.nodes(), rrsets, ZoneDigest.unknown(), false);
    return new Zone(top, targets.build(), totals);
  }

  private static ZoneNode withAdditional(ZoneNode node, AdditionalResolver resolver) {
    ZoneNode resolved = node;
    for (int i = 0; i < node.rrsetCount(); i++) {
      RRset rrset = node.rrset(i);
      List<Additional> additional = resolver.resolve(node, rrset);
      if (!additional.isEmpty()) {
        resolved = resolved.with(rrset.withAdditional(additional));
      }
    }
    return resolved;
  }
}
