package io.zonewright.zone.catalog;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.wire.NameBuffer;
import io.zonewright.zone.Zone;
import io.zonewright.zone.tree.OwnerTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The zones served at one moment. Immutable; a change costs O(log n) of the number of zones. */
public final class Catalog {
  private static final AtomicLong EDITIONS = new AtomicLong();
  private static final Catalog EMPTY = new Catalog(new CatalogNode(DomainName.ROOT, null, null));

  private final CatalogNode root;
  private final long edition = EDITIONS.incrementAndGet();

  private Catalog(CatalogNode root) {
    this.root = root;
  }

  /**
   * A number that no other catalog of this process has, greater than 0: by it one can tell whether
   * anything has changed without holding on to what was.
   */
  public long edition() {
    return edition;
  }

  /** Serves nothing. */
  public static Catalog empty() {
    return EMPTY;
  }

  /** This catalog with a zone added or replaced, by its apex. */
  public Catalog with(Zone zone) {
    return with(zone.apex(), new Entry(zone.apex(), zone));
  }

  /**
   * This catalog with a zone that is known but has no data to serve: SERVFAIL, EDE 14 (RFC 8914).
   */
  public Catalog withUnavailable(DomainName apex) {
    return with(apex, new Entry(apex, null));
  }

  /** This catalog without the zone of this apex. */
  public Catalog without(DomainName apex) {
    return find(apex) == null ? this : with(apex, null);
  }

  private Catalog with(DomainName apex, @Nullable Entry entry) {
    return new Catalog(OwnerTree.update(root, apex, node -> node.withEntry(entry)));
  }

  /** The entry whose apex is the longest suffix of the name, or null. Allocates nothing. */
  public @Nullable Entry match(NameBuffer name) {
    return match(name, 0);
  }

  /**
   * The entry whose apex is the longest suffix of the name and not the name itself, or null: the
   * zone on the parent side of a zone cut, which answers for DS (RFC 4035 section 3.1.4.1).
   * Allocates nothing.
   */
  public @Nullable Entry matchAbove(NameBuffer name) {
    return match(name, 1);
  }

  private @Nullable Entry match(NameBuffer name, int leftmost) {
    int label = name.labelCount();
    Entry longest = null;
    CatalogNode node = root;
    while (node != null && label >= leftmost) {
      Entry entry = node.entry();
      longest = entry != null ? entry : longest;
      label--;
      node = label >= 0 ? node.child(name.octets(), name.labelStart(label)) : null;
    }
    return longest;
  }

  /** The entry of this very apex, or null. */
  public @Nullable Entry find(DomainName apex) {
    CatalogNode node = OwnerTree.find(root, apex);
    return node == null ? null : node.entry();
  }

  /** All entries in canonical order of apex. */
  public Collection<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Iterator<CatalogNode> nodes = root.subtree(); nodes.hasNext(); ) {
      Entry entry = nodes.next().entry();
      if (entry != null) {
        entries.add(entry);
      }
    }
    return Collections.unmodifiableList(entries);
  }

  /**
   * One served zone.
   *
   * @param apex its name
   * @param zone its version, or null if it is known but unavailable
   */
  public record Entry(DomainName apex, @Nullable Zone zone) {}
}
