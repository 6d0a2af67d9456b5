package io.zonewright.query;

import io.zonewright.dns.RRType;
import io.zonewright.dns.wire.NameBuffer;
import io.zonewright.zone.Lookup;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneNode;
import io.zonewright.zone.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/** Finds the zone that a question is for. For one thread. */
final class ZoneSelector {
  private final Lookup lookup = new Lookup();

  /**
   * The zone with the longest suffix of the name. DS belongs to the parent side of a zone cut (RFC
   * 4035 section 3.1.4.1): for the apex of a zone it is looked for in the zone above, if that is
   * here and has the cut.
   */
  Catalog.@Nullable Entry select(Catalog catalog, NameBuffer name, int type) {
    Catalog.Entry nearest = catalog.match(name);
    if (nearest == null || type != RRType.DS || !isApex(name, nearest)) {
      return nearest;
    }
    Catalog.Entry above = catalog.matchAbove(name);
    return above == null || lacksCut(above, name) ? nearest : above;
  }

  private static boolean isApex(NameBuffer name, Catalog.Entry entry) {
    return name.labelCount() > 0 && name.length() == entry.apex().wireLength();
  }

  /** Whether a zone does not delegate the name; of one without data nobody can say that. */
  private boolean lacksCut(Catalog.Entry above, NameBuffer name) {
    Zone zone = above.zone();
    if (zone == null || zone.negativeSoa() == null) {
      return false;
    }
    zone.lookup(name, RRType.DS, lookup);
    ZoneNode node = lookup.node();
    lookup.forget();
    boolean ofTheName = !lookup.isSynthesized() && node.owner().wireLength() == name.length();
    return !ofTheName || (node.find(RRType.NS) == null && node.find(RRType.DS) == null);
  }
}
