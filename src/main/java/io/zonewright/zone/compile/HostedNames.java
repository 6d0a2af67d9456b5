package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of all zones that the catalog answers for, be it with SERVFAIL. */
final class HostedNames {
  private final Set<DomainName> apexes = new HashSet<>();

  /**
   * The zones between a zone and a name in it.
   *
   * @param nearest the one next below the zone, to which the name is cut away
   * @param deepest the one that answers for the name
   */
  record Between(DomainName nearest, DomainName deepest) {}

  /** Takes note of whether a name is that of a zone; true if that is news. */
  boolean note(DomainName apex, boolean isHosted) {
    return isHosted ? apexes.add(apex) : apexes.remove(apex);
  }

  /** The zones below this one which a name in it lies in, or null if it is this one's alone. */
  @Nullable Between between(DomainName apex, DomainName name) {
    DomainName nearest = null;
    DomainName deepest = null;
    for (DomainName at = name; at.isBelow(apex); at = at.parent()) {
      if (apexes.contains(at)) {
        nearest = at;
        deepest = deepest == null ? at : deepest;
      }
    }
    return nearest == null || deepest == null ? null : new Between(nearest, deepest);
  }
}
