package io.zonewright.query;

import static java.util.Objects.requireNonNull;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.RRset;
import org.jspecify.annotations.Nullable;

/**
 * An RRset with its place in a response: the owner name under which it is sent, and what becomes of
 * the response if it does not fit. Overwritten from query to query.
 */
final class PlacedRRset {
  private @Nullable RRset rrset;
  private @Nullable ChainName chainOwner;
  private @Nullable DomainName zoneOwner;
  private @Nullable ChainName synthesizedTarget;
  private boolean required;

  /** An RRset under a name of the chain, as the answer for it. */
  void set(ChainName owner, RRset newRRset) {
    clear(newRRset, true);
    chainOwner = owner;
  }

  /** An RRset under the owner name that the zone has for it. */
  void set(DomainName owner, RRset newRRset, boolean isRequired) {
    clear(newRRset, isRequired);
    zoneOwner = owner;
  }

  /** The CNAME that a DNAME makes of a name of the chain, with the TTL of the DNAME. */
  void setSynthesized(ChainName owner, RRset dname, ChainName target) {
    clear(dname, true);
    chainOwner = owner;
    synthesizedTarget = target;
  }

  /** An RRset under a name of the chain that may be left out. */
  void setOptional(ChainName owner, RRset newRRset) {
    clear(newRRset, false);
    chainOwner = owner;
  }

  private void clear(RRset newRRset, boolean isRequired) {
    rrset = newRRset;
    required = isRequired;
    chainOwner = null;
    zoneOwner = null;
    synthesizedTarget = null;
  }

  /** The RRset; of a synthesized CNAME, the DNAME that it stems from. */
  RRset rrset() {
    return requireNonNull(rrset, "not set yet");
  }

  /** The owner, if it is a name of the chain. */
  @Nullable ChainName chainOwner() {
    return chainOwner;
  }

  /** The owner, if it is not a name of the chain but one of the zone. */
  DomainName zoneOwner() {
    return requireNonNull(zoneOwner, "the owner is a name of the chain");
  }

  /** The target of a synthesized CNAME, else null. */
  @Nullable ChainName synthesizedTarget() {
    return synthesizedTarget;
  }

  /** Whether the response is truncated without it. */
  boolean isRequired() {
    return required;
  }

  /** Whether this is the RRset of that name and type, as the zone has it. */
  boolean is(DomainName owner, int type) {
    if (rrset().type() != type || synthesizedTarget != null) {
      return false;
    }
    return chainOwner != null ? chainOwner.isSame(owner) : zoneOwner().equals(owner);
  }
}
