package io.zonewright.zone;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one lookup found. Reused by its worker from lookup to lookup, so that none is allocated per
 * query; never shared between threads.
 */
public final class Lookup {
  private Outcome outcome = Outcome.NXDOMAIN;
  private @Nullable ZoneNode node;
  private @Nullable RRset rrset;
  private boolean synthesized;

  /** The outcome. */
  public Outcome outcome() {
    return outcome;
  }

  /**
   * The node of the outcome: the node of the name or the source of synthesis (ANSWER, CNAME,
   * NODATA), the zone cut (REFERRAL), the DNAME owner (DNAME), the closest encloser (NXDOMAIN).
   */
  public ZoneNode node() {
    return Objects.requireNonNull(node, "nothing was looked up yet");
  }

  /**
   * The RRset of the outcome: of the type asked, the CNAME, the DNAME or the NS RRset of the cut;
   * else null.
   */
  public @Nullable RRset rrset() {
    return rrset;
  }

  /** Whether {@link #node} is a wildcard that stands for the name (RFC 4592 section 3.3.1). */
  public boolean isSynthesized() {
    return synthesized;
  }

  /** Lets go of what was found, so that its zone version can be freed. */
  public void forget() {
    node = null;
    rrset = null;
  }

  void begin() {
    synthesized = false;
  }

  void synthesized() {
    synthesized = true;
  }

  void found(Outcome newOutcome, ZoneNode newNode, @Nullable RRset newRrset) {
    outcome = newOutcome;
    node = newNode;
    rrset = newRrset;
  }
}
