package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.tree.OwnerTree;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Which owner names of a zone point at which names in it: what has to be refreshed when a target
 * changes. Immutable.
 */
final class TargetIndex {
  private final TargetNode top;

  /** Takes the top of a tree of targets, which carries the name of the apex. */
  TargetIndex(TargetNode top) {
    this.top = top;
  }

  static TargetIndex empty(DomainName apex) {
    return new TargetIndex(new TargetNode(apex, null, null));
  }

  /** With the fact that {@code owner} points at {@code target}. Targets outside do not count. */
  TargetIndex with(DomainName target, DomainName owner) {
    return set(target, owner, true);
  }

  TargetIndex without(DomainName target, DomainName owner) {
    return set(target, owner, false);
  }

  private TargetIndex set(DomainName target, DomainName owner, boolean points) {
    DomainName apex = top.owner();
    if (!target.isAtOrBelow(apex)) {
      return this;
    }
    TargetNode newTop =
        OwnerTree.update(
            top, target, node -> node.withDependants(set(node.dependants(), owner, points)));
    return new TargetIndex(newTop);
  }

  private @Nullable DependantNode set(
      @Nullable DependantNode dependants, DomainName owner, boolean points) {
    DependantNode old =
        dependants != null ? dependants : new DependantNode(top.owner(), null, false);
    DependantNode changed = OwnerTree.update(old, owner, node -> node.withPoints(points));
    return changed.points() || changed.hasChildren() ? changed : null;
  }

  /** Adds the owners that point at exactly this name. */
  void collectAt(DomainName target, Collection<DomainName> owners) {
    TargetNode node = OwnerTree.find(top, target);
    if (node != null) {
      collect(node, owners);
    }
  }

  /** Adds the owners that point at this name or one below it. */
  void collectAtOrBelow(DomainName target, Collection<DomainName> owners) {
    TargetNode node = OwnerTree.find(top, target);
    if (node != null) {
      for (Iterator<TargetNode> nodes = node.subtree(); nodes.hasNext(); ) {
        collect(nodes.next(), owners);
      }
    }
  }

  private static void collect(TargetNode target, Collection<DomainName> owners) {
    DependantNode dependants = target.dependants();
    if (dependants == null) {
      return;
    }
    for (Iterator<DependantNode> nodes = dependants.subtree(); nodes.hasNext(); ) {
      DependantNode node = nodes.next();
      if (node.points()) {
        owners.add(node.owner());
      }
    }
  }
}
