package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the changes of an editor: which owners point where, and whose RRsets may bring something
 * else into the additional section than before.
 *
 * <p>What a target brings depends on its own addresses, on whether it or a name above it exists,
 * delegates or redirects, and on the wildcard that may stand for it.
 */
final class Dependants {
  private final Set<DomainName> stale = new LinkedHashSet<>();
  private TargetIndex index;

  Dependants(TargetIndex index) {
    this.index = index;
  }

  TargetIndex index() {
    return index;
  }

  /** The owners whose RRsets must be looked at again; they count as fresh from now on. */
  List<DomainName> takeStale() {
    List<DomainName> owners = List.copyOf(stale);
    stale.clear();
    return owners;
  }

  /** An RRset of a type was put or removed; a node that is not there is null. */
  void changed(DomainName owner, int type, @Nullable ZoneNode before, @Nullable ZoneNode after) {
    if (Targets.has(type)) {
      moveTargets(owner, targetsOf(before), targetsOf(after));
      stale.add(owner);
    }
    if (type == RRType.NS || type == RRType.DNAME) {
      index.collectAtOrBelow(owner, stale);
    } else if (isBroughtAlong(type)) {
      collectSourcedAt(owner);
    }
  }

  /**
   * The names below {@code encloser} down to {@code owner} came into being or vanished; does
   * nothing if the encloser is the owner itself.
   */
  void appearedOrGone(ZoneNode encloser, DomainName owner) {
    int labels = encloser.owner().labelCount();
    if (labels < owner.labelCount()) {
      index.collectAtOrBelow(owner.ancestor(labels + 1), stale);
    }
  }

  private static boolean isBroughtAlong(int type) {
    return switch (type) {
      case RRType.A, RRType.AAAA, RRType.SVCB, RRType.HTTPS -> true;
      default -> false;
    };
  }

  private void collectSourcedAt(DomainName owner) {
    if (owner.isWildcard()) {
      index.collectAtOrBelow(owner.parent(), stale);
    } else {
      index.collectAt(owner, stale);
    }
  }

  private void moveTargets(DomainName owner, Set<DomainName> before, Set<DomainName> after) {
    for (DomainName target : before) {
      if (!after.contains(target)) {
        index = index.without(target, owner);
      }
    }
    for (DomainName target : after) {
      if (!before.contains(target)) {
        index = index.with(target, owner);
      }
    }
  }

  private static Set<DomainName> targetsOf(@Nullable ZoneNode node) {
    Set<DomainName> targets = new HashSet<>();
    for (int i = 0; node != null && i < node.rrsetCount(); i++) {
      targets.addAll(Targets.of(node.owner(), node.rrset(i)).keySet());
    }
    return targets;
  }
}
