package io.zonewright.zone;

import io.zonewright.dns.DomainName;

/**
 * Makes the next version of a zone from changes of single RRsets. For one thread; the version that
 * it began with is not touched.
 */
public final class ZoneEditor {
  ZoneEditor() {}

  /** Puts an RRset, in place of one of its type at the owner; the owner is at or below the apex. */
  public ZoneEditor put(DomainName owner, RRset rrset) {
    throw new UnsupportedOperationException();
  }

  /** Removes the RRset of a type; does nothing if there is none. */
  public ZoneEditor remove(DomainName owner, int type) {
    throw new UnsupportedOperationException();
  }

  /** Sets {@link Zone#siblingAddresses}. */
  public ZoneEditor siblingAddresses(boolean on) {
    throw new UnsupportedOperationException();
  }

  /** The next version; the editor may go on from it. */
  public Zone commit() {
    throw new UnsupportedOperationException();
  }
}
