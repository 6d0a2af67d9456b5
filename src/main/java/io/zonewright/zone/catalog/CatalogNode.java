package io.zonewright.zone.catalog;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.tree.OwnerNode;
import io.zonewright.zone.tree.Twig;
import org.jspecify.annotations.Nullable;

/** A name that is the apex of a zone, or on the way to one. */
final class CatalogNode extends OwnerNode<CatalogNode> {
  private final Catalog.@Nullable Entry entry;

  CatalogNode(
      DomainName owner, @Nullable Twig<CatalogNode> children, Catalog.@Nullable Entry entry) {
    super(owner, children);
    this.entry = entry;
  }

  Catalog.@Nullable Entry entry() {
    return entry;
  }

  CatalogNode withEntry(Catalog.@Nullable Entry newEntry) {
    return new CatalogNode(owner(), children(), newEntry);
  }

  @Override
  protected boolean isEmpty() {
    return entry == null;
  }

  @Override
  protected CatalogNode withChildren(@Nullable Twig<CatalogNode> newChildren) {
    return new CatalogNode(owner(), newChildren, entry);
  }

  @Override
  protected CatalogNode emptyNode(DomainName name) {
    return new CatalogNode(name, null, null);
  }
}
