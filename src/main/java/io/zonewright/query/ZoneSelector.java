package io.zonewright.query;

import io.zonewright.dns.RRType;
import io.zonewright.dns.wire.NameBuffer;
import io.zonewright.zone.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/** Finds the zone that a question is for. */
final class ZoneSelector {
  /**
   * The zone with the longest suffix of the name. DS belongs to the parent side of a zone cut (RFC
   * 4035 section 3.1.4.1): for the apex of a zone it is looked for in a zone above, if one is here.
   */
  Catalog.@Nullable Entry select(Catalog catalog, NameBuffer name, int type) {
    Catalog.Entry nearest = catalog.match(name);
    if (nearest == null || type != RRType.DS || !isApex(name, nearest)) {
      return nearest;
    }
    Catalog.Entry above = catalog.matchAbove(name);
    return above == null ? nearest : above;
  }

  private static boolean isApex(NameBuffer name, Catalog.Entry entry) {
    return name.labelCount() > 0 && name.length() == entry.apex().wireLength();
  }
}
