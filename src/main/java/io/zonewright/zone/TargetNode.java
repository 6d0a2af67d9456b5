package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.tree.OwnerNode;
import io.zonewright.zone.tree.Twig;
import org.jspecify.annotations.Nullable;

/** A name that is pointed at, with the top of the tree of the names that do. */
final class TargetNode extends OwnerNode<TargetNode> {
  private final @Nullable DependantNode dependants;

  TargetNode(
      DomainName owner, @Nullable Twig<TargetNode> children, @Nullable DependantNode dependants) {
    super(owner, children);
    this.dependants = dependants;
  }

  @Nullable DependantNode dependants() {
    return dependants;
  }

  TargetNode withDependants(@Nullable DependantNode newDependants) {
    return new TargetNode(owner(), children(), newDependants);
  }

  @Override
  protected boolean isEmpty() {
    return dependants == null;
  }

  @Override
  protected TargetNode withChildren(@Nullable Twig<TargetNode> newChildren) {
    return new TargetNode(owner(), newChildren, dependants);
  }

  @Override
  protected TargetNode emptyNode(DomainName name) {
    return new TargetNode(name, null, null);
  }
}
