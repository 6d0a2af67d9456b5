package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.compile.HostedNames.Between;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of the data of a zone other zones answer for, because they are hosted here too and their
 * names lie below.
 *
 * <p>The parent side of the cut belongs to the zone above: NS, DS (RFC 4035 section 3.1.4.1) and
 * glue. Glue is what the cut asks for, whether the cut itself is served or not: so this is decided
 * by descriptions alone, and there is nothing that two record sets could wait for in a circle.
 */
final class ZonesBelow {
  private final OwnerIndex index;
  private final HostedNames hosted;

  ZonesBelow(OwnerIndex index, HostedNames hosted) {
    this.index = index;
    this.hosted = hosted;
  }

  /** That another zone answers for this, or null. */
  @Nullable Finding find(Contender contender) {
    Between between = hosted.between(index.apex(), contender.owner());
    return between == null || isParentSide(contender, between.nearest())
        ? null
        : ConflictFinding.elsewhere(between, contender);
  }

  private boolean isParentSide(Contender contender, DomainName cut) {
    if (!contender.hasOtherThan(type -> type == RRType.A || type == RRType.AAAA)) {
      return isGlue(contender.owner(), cut);
    }
    return contender.owner().equals(cut)
        && !contender.hasOtherThan(type -> type == RRType.NS || type == RRType.DS);
  }

  /** Whether a delegation at this cut or above it has a name server of this name. */
  private boolean isGlue(DomainName owner, DomainName cut) {
    for (DomainName at = cut; at.isBelow(index.apex()); at = at.parent()) {
      if (serversAt(at).anyMatch(owner::equals)) {
        return true;
      }
    }
    return false;
  }

  private Stream<DomainName> serversAt(DomainName cut) {
    return index.coversAt(cut).stream()
        .map(candidate -> candidate.versions().foremost())
        .filter(Objects::nonNull)
        .filter(version -> version.owner().equals(cut))
        .flatMap(version -> version.nameServers().stream());
  }
}
