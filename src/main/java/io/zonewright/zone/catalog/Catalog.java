package io.zonewright.zone.catalog;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.wire.NameBuffer;
import io.zonewright.zone.Zone;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The zones served at one moment. Immutable; a change costs O(log n) of the number of zones. */
public final class Catalog {
  private Catalog() {}

  /** Serves nothing. */
  public static Catalog empty() {
    throw new UnsupportedOperationException();
  }

  /** This catalog with a zone added or replaced, by its apex. */
  public Catalog with(Zone zone) {
    throw new UnsupportedOperationException();
  }

  /**
   * This catalog with a zone that is known but has no data to serve: SERVFAIL, EDE 14 (RFC 8914).
   */
  public Catalog withUnavailable(DomainName apex) {
    throw new UnsupportedOperationException();
  }

  /** This catalog without the zone of this apex. */
  public Catalog without(DomainName apex) {
    throw new UnsupportedOperationException();
  }

  /** The entry whose apex is the longest suffix of the name, or null. Allocates nothing. */
  public @Nullable Entry match(NameBuffer name) {
    throw new UnsupportedOperationException();
  }

  /** The entry of this very apex, or null. */
  public @Nullable Entry find(DomainName apex) {
    throw new UnsupportedOperationException();
  }

  /** All entries in canonical order of apex. */
  public Collection<Entry> entries() {
    throw new UnsupportedOperationException();
  }

  /**
   * One served zone.
   *
   * @param apex its name
   * @param zone its version, or null if it is known but unavailable
   */
  public record Entry(DomainName apex, @Nullable Zone zone) {}
}
