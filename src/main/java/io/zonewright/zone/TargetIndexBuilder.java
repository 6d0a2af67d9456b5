package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.tree.TreeBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the {@link TargetIndex} of a whole zone at once. For one thread. */
final class TargetIndexBuilder {
  private record Pointer(DomainName target, DomainName owner) {}

  private final DomainName apex;
  private final List<Pointer> pointers = new ArrayList<>();

  TargetIndexBuilder(DomainName apex) {
    this.apex = apex;
  }

  /** Notes where an RRset points. Targets outside do not count. */
  void add(DomainName owner, RRset rrset) {
    if (!Targets.has(rrset.type())) {
      return;
    }
    for (DomainName target : Targets.of(owner, rrset).keySet()) {
      if (target.isAtOrBelow(apex)) {
        pointers.add(new Pointer(target, owner));
      }
    }
  }

  TargetIndex build() {
    pointers.sort(Comparator.comparing(Pointer::target));
    int from = endOfTarget(0, apex);
    TreeBuilder<TargetNode> tree =
        new TreeBuilder<>(new TargetNode(apex, null, dependants(0, from)));
    while (from < pointers.size()) {
      DomainName target = pointers.get(from).target();
      int to = endOfTarget(from, target);
      tree.add(new TargetNode(target, null, dependants(from, to)));
      from = to;
    }
    return new TargetIndex(tree.build());
  }

  private int endOfTarget(int from, DomainName target) {
    int to = from;
    while (to < pointers.size() && pointers.get(to).target().equals(target)) {
      to++;
    }
    return to;
  }

  private @Nullable DependantNode dependants(int from, int to) {
    if (from == to) {
      return null;
    }
    SortedSet<DomainName> owners = new TreeSet<>();
    for (Pointer pointer : pointers.subList(from, to)) {
      owners.add(pointer.owner());
    }
    TreeBuilder<DependantNode> tree =
        new TreeBuilder<>(new DependantNode(apex, null, owners.remove(apex)));
    owners.forEach(owner -> tree.add(new DependantNode(owner, null, true)));
    return tree.build();
  }
}
