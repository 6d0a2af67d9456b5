package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;

/** Which types may stand at which owner names. */
final class PlacementRule {
  private PlacementRule() {}

  static void check(int type, DomainName owner, DomainName apex, String field, Findings findings) {
    if (owner.equals(apex)) {
      checkApex(type, field, findings);
    } else if (owner.isWildcard()) {
      checkWildcard(type, field, findings);
    }
  }

  private static void checkApex(int type, String field, Findings findings) {
    if (type == RRType.CNAME || type == RRType.DS) {
      findings.invalid(field, "CNAME and DS are not allowed at the zone apex");
    } else if (type == RRType.NS) {
      findings.invalid(field, "the NS records of the apex come from DnsZone.spec.nameServers");
    }
  }

  /** RFC 4592 sections 4.2 and 4.4 give these no meaning that servers agree on. */
  private static void checkWildcard(int type, String field, Findings findings) {
    if (type == RRType.NS || type == RRType.DS || type == RRType.DNAME) {
      findings.invalid(
          field,
          RRType.mnemonic(type)
              + " has no agreed meaning at a wildcard (RFC 4592); write the name itself, such as"
              + " 'sub' instead of '*'");
    }
  }
}
