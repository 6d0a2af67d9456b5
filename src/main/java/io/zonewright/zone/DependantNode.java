package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.tree.OwnerNode;
import io.zonewright.zone.tree.Twig;
import org.jspecify.annotations.Nullable;

/** A name that points at a target, or one on the way to such names. */
final class DependantNode extends OwnerNode<DependantNode> {
  private final boolean points;

  DependantNode(DomainName owner, @Nullable Twig<DependantNode> children, boolean points) {
    super(owner, children);
    this.points = points;
  }

  /** Whether the name itself points at the target. */
  boolean points() {
    return points;
  }

  DependantNode withPoints(boolean newPoints) {
    return points == newPoints ? this : new DependantNode(owner(), children(), newPoints);
  }

  @Override
  protected boolean isEmpty() {
    return !points;
  }

  @Override
  protected DependantNode withChildren(@Nullable Twig<DependantNode> newChildren) {
    return new DependantNode(owner(), newChildren, points);
  }

  @Override
  protected DependantNode emptyNode(DomainName name) {
    return new DependantNode(name, null, false);
  }
}
