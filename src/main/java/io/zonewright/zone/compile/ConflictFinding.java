package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;

/** What users read of a lost conflict: who holds what they want, and why that excludes it. */
final class ConflictFinding {
  private ConflictFinding() {}

  /** The very owner name and type is taken. */
  static Finding taken(Claim claim, int type, Contender loser) {
    return new Finding(
        Reason.NAME_CONFLICT,
        null,
        "%s of %s belongs to %s"
            .formatted(RRType.mnemonic(type), text(claim.owner()), holder(claim, loser)));
  }

  /** Data beside a CNAME (RFC 1034 section 3.6.2). */
  static Finding aliasThere(Claim claim, Contender loser) {
    return excluded(
        "%s is an alias, and a CNAME allows no other data beside it; the CNAME belongs to %s"
            .formatted(text(claim.owner()), holder(claim, loser)));
  }

  /** A CNAME beside data. */
  static Finding aliasBeside(Claim claim, Contender loser) {
    return excluded(
        "a CNAME allows no other data beside it, and %s of %s belongs to %s"
            .formatted(
                RRType.mnemonic(claim.types().getFirst()),
                text(claim.owner()),
                holder(claim, loser)));
  }

  /** A zone cut where a DNAME is (RFC 6672 section 2.3). */
  static Finding cutAtDname(Claim claim, Contender loser) {
    return excluded(
        "a delegation cannot lie at %s, where the DNAME belongs to %s"
            .formatted(text(claim.owner()), holder(claim, loser)));
  }

  /** Data below a DNAME (RFC 6672 section 2.4). */
  static Finding belowDname(Claim claim, Contender loser) {
    return excluded(
        "nothing can lie below the DNAME of %s, which belongs to %s"
            .formatted(text(claim.owner()), holder(claim, loser)));
  }

  /** Data at or below a zone cut that a referral has no use for. */
  static Finding belowCut(Claim claim, Contender loser) {
    return new Finding(
        Reason.BELOW_DELEGATION,
        null,
        "%s is delegated by %s; only A and AAAA can lie at or below it, and DS at it"
            .formatted(text(claim.owner()), holder(claim, loser)));
  }

  /** Data that another zone answers for. Zone names are public, other than who describes them. */
  static Finding elsewhere(HostedNames.Between zones, Contender loser) {
    return new Finding(
        Reason.BELOW_DELEGATION,
        null,
        "%s is answered by zone %s, which is hosted here too; of that, only NS and DS of %s and the"
                .formatted(text(loser.owner()), text(zones.deepest()), text(zones.nearest()))
            + " addresses of its name servers can lie in this zone");
  }

  /** A zone cut or DNAME above older data. */
  static Finding wouldHide(Claim hidden, int type, Contender loser) {
    int cover = loser.coverType();
    return new Finding(
        cover == RRType.DNAME ? Reason.CNAME_CONFLICT : Reason.NAME_CONFLICT,
        null,
        "%s of %s would hide %s of %s (%s)"
            .formatted(
                RRType.mnemonic(cover),
                text(loser.owner()),
                RRType.mnemonic(type),
                text(hidden.owner()),
                hidden.holderAsSeenFrom(loser.namespace())));
  }

  private static Finding excluded(String message) {
    return new Finding(Reason.CNAME_CONFLICT, null, message);
  }

  private static String holder(Claim claim, Contender loser) {
    String holder = claim.holderAsSeenFrom(loser.namespace());
    return claim.age() == null ? holder + " itself" : holder + ", which is older";
  }

  private static String text(DomainName name) {
    return name.toStringWithoutDot();
  }
}
