package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What of the claims of others stands in the way of a version of a record set. Only claims that
 * outrank the candidate count.
 *
 * <p>An owner name and type has one holder; a CNAME stands alone (RFC 1034 section 3.6.2); below a
 * DNAME is nothing (RFC 6672 section 2.4); at and below a zone cut is only what a referral can use
 * (RFC 1034 section 4.2.1). Before all that, the name must not be another zone's.
 */
final class Conflicts {
  private final OwnerIndex index;
  private final ZonesBelow zonesBelow;

  Conflicts(OwnerIndex index, HostedNames hosted) {
    this.index = index;
    this.zonesBelow = new ZonesBelow(index, hosted);
  }

  /** The first thing that stands in the way, or null. */
  @Nullable Finding find(Age age, CompiledRecordSet version) {
    Contender contender = new Contender(age, version);
    Finding finding = zonesBelow.find(contender);
    if (finding == null) {
      finding = atOwner(contender);
    }
    if (finding == null) {
      finding = above(contender);
    }
    return finding == null && isCover(version) ? below(contender) : finding;
  }

  private boolean isCover(CompiledRecordSet version) {
    return Claim.isCover(version.owner(), version.claims(), index.apex());
  }

  private @Nullable Finding atOwner(Contender contender) {
    for (Claim claim : index.claimsAt(contender.owner())) {
      if (claim.outranks(contender.age())) {
        Finding finding = atOwner(contender, claim);
        if (finding != null) {
          return finding;
        }
      }
    }
    return null;
  }

  private @Nullable Finding atOwner(Contender contender, Claim claim) {
    int taken = claim.firstType(contender::has);
    if (taken >= 0) {
      return ConflictFinding.taken(claim, taken, contender);
    }
    if (claim.has(RRType.CNAME)) {
      return ConflictFinding.aliasThere(claim, contender);
    }
    if (contender.has(RRType.CNAME)) {
      return ConflictFinding.aliasBeside(claim, contender);
    }
    boolean cutAtDname = contender.has(RRType.NS) && claim.has(RRType.DNAME);
    return cutAtDname && isCover(contender.version())
        ? ConflictFinding.cutAtDname(claim, contender)
        : null;
  }

  private @Nullable Finding above(Contender contender) {
    if (!index.hasCovers()) {
      return null;
    }
    DomainName apex = index.apex();
    DomainName at = contender.owner();
    Finding finding = coveredAt(at, contender);
    while (finding == null && at.isBelow(apex)) {
      at = at.parent();
      finding = coveredAt(at, contender);
    }
    return finding;
  }

  private @Nullable Finding coveredAt(DomainName at, Contender contender) {
    if (!index.hasCoverAt(at)) {
      return null;
    }
    boolean atItself = at.equals(contender.owner());
    for (Claim claim : index.claimsAt(at)) {
      if (claim.outranks(contender.age()) && claim.isCover(index.apex())) {
        if (claim.has(RRType.DNAME) && !atItself) {
          return ConflictFinding.belowDname(claim, contender);
        }
        if (claim.has(RRType.NS) && contender.hasOtherThan(usable(atItself))) {
          return ConflictFinding.belowCut(claim, contender);
        }
      }
    }
    return null;
  }

  private @Nullable Finding below(Contender contender) {
    if (contender.has(RRType.DNAME)) {
      return hidden(contender, index.below(contender.owner()), _ -> false);
    }
    Finding atCut = hiddenAt(contender, index.claimsAt(contender.owner()), usable(true));
    return atCut != null ? atCut : hidden(contender, index.below(contender.owner()), usable(false));
  }

  private static @Nullable Finding hidden(
      Contender contender, Iterable<OwnerEntry> entries, IntPredicate usable) {
    for (OwnerEntry entry : entries) {
      Finding finding = hiddenAt(contender, entry.claims(), usable);
      if (finding != null) {
        return finding;
      }
    }
    return null;
  }

  private static @Nullable Finding hiddenAt(
      Contender contender, List<Claim> claims, IntPredicate usable) {
    for (Claim claim : claims) {
      int type = claim.outranks(contender.age()) ? claim.firstType(usable.negate()) : -1;
      if (type >= 0) {
        return ConflictFinding.wouldHide(claim, type, contender);
      }
    }
    return null;
  }

  /** The types that a referral uses: glue, and at the cut itself DS (and NS). */
  private static IntPredicate usable(boolean atCut) {
    return type ->
        type == RRType.A
            || type == RRType.AAAA
            || (atCut && (type == RRType.DS || type == RRType.NS));
  }
}
