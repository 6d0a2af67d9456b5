package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;

/** Whether an RRset may stand at an owner name of a zone. */
final class RRsetPlace {
  private RRsetPlace() {}

  /**
   * Refuses what may not.
   *
   * @throws IllegalArgumentException if the owner is outside of the zone, or the RRset is a SOA
   *     that is malformed or not at the apex, or points at what is not a name
   */
  static void check(DomainName apex, DomainName owner, RRset rrset) {
    if (!owner.isAtOrBelow(apex)) {
      throw new IllegalArgumentException(owner + " is not at or below " + apex);
    }
    if (rrset.type() == RRType.SOA) {
      Soa.check(rrset);
      if (owner.wireLength() != apex.wireLength()) {
        throw new IllegalArgumentException("a SOA stands at the apex only, not at " + owner);
      }
    }
    Targets.check(rrset);
  }
}
