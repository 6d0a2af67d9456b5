package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import org.jspecify.annotations.Nullable;

/** An owner name of a zone version with its RRsets; an empty non-terminal has none. Immutable. */
public final class ZoneNode {
  private ZoneNode() {}

  /** The owner name, in the case in which it was first written. */
  public DomainName owner() {
    throw new UnsupportedOperationException();
  }

  /** The RRset of a type, or null. */
  public @Nullable RRset find(int type) {
    throw new UnsupportedOperationException();
  }

  /** The number of RRsets. */
  public int rrsetCount() {
    throw new UnsupportedOperationException();
  }

  /** One of the RRsets, in ascending order of type. */
  public RRset rrset(int index) {
    throw new UnsupportedOperationException();
  }
}
