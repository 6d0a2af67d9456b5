package io.zonewright.zone;

import org.jspecify.annotations.Nullable;

/**
 * What one lookup found. Reused by its worker from lookup to lookup, so that none is allocated per
 * query; never shared between threads.
 */
public final class Lookup {
  /** The outcome. */
  public Outcome outcome() {
    throw new UnsupportedOperationException();
  }

  /**
   * The node of the outcome: the node of the name or the source of synthesis (ANSWER, CNAME,
   * NODATA), the zone cut (REFERRAL), the DNAME owner (DNAME), the closest encloser (NXDOMAIN).
   */
  public ZoneNode node() {
    throw new UnsupportedOperationException();
  }

  /**
   * The RRset of the outcome: of the type asked, the CNAME, the DNAME or the NS RRset of the cut;
   * else null.
   */
  public @Nullable RRset rrset() {
    throw new UnsupportedOperationException();
  }

  /** Whether {@link #node} is a wildcard that stands for the name (RFC 4592 section 3.3.1). */
  public boolean isSynthesized() {
    throw new UnsupportedOperationException();
  }
}
