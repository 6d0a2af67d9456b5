package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.Zone;
import io.zonewright.zone.catalog.Catalog;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The zone names that a revision concerns, with what is to be served for them. */
final class Publication {
  private final List<Item> items;

  /**
   * One zone name.
   *
   * @param apex the name
   * @param isOwned whether there is a DnsZone that owns the name
   * @param zone what it serves, or null if nothing
   */
  private record Item(DomainName apex, boolean isOwned, @Nullable Zone zone) {
    boolean isIn(Catalog catalog) {
      Catalog.Entry entry = catalog.find(apex);
      return entry == null ? !isOwned : isOwned && entry.zone() == zone;
    }

    Catalog applyTo(Catalog catalog) {
      if (zone != null) {
        return catalog.with(zone);
      }
      return isOwned ? catalog.withUnavailable(apex) : catalog.without(apex);
    }
  }

  Publication(Inventory inventory, Set<DomainName> apexes) {
    items = apexes.stream().map(apex -> item(apex, inventory.owner(apex))).toList();
  }

  private static Item item(DomainName apex, @Nullable DescribedZone owner) {
    return new Item(apex, owner != null, owner == null ? null : owner.zone());
  }

  /** Publishes what is not served so already, at once. */
  void to(ZoneCatalog catalog) {
    Catalog current = catalog.current();
    List<Item> news = items.stream().filter(item -> !item.isIn(current)).toList();
    if (!news.isEmpty()) {
      catalog.publish(
          base -> {
            Catalog next = base;
            for (Item item : news) {
              next = item.applyTo(next);
            }
            return next;
          });
    }
  }
}
