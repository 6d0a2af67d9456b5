package io.zonewright.zone.tree;

import io.zonewright.dns.DomainName;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finding and changing names in the tree below a top node. */
public final class OwnerTree {
  private OwnerTree() {}

  /** The node of a name at or below the top, or null. */
  public static <N extends OwnerNode<N>> @Nullable N find(N top, DomainName name) {
    N node = closestEncloser(top, name);
    return node.owner().wireLength() == name.wireLength() ? node : null;
  }

  /**
   * Changes what nodes carry, all in one pass: what does not change is shared.
   *
   * @param change given each node; it must keep the owner's name and the children
   * @return the new top, or the old one if nothing changed
   */
  @SuppressWarnings("ReferenceEquality") // Only the very same twig means that nothing changed.
  public static <N extends OwnerNode<N>> N map(N top, UnaryOperator<N> change) {
    Twig<N> children = top.children();
    Twig<N> changed = children == null ? null : map(children, change);
    N node = change.apply(top);
    return changed == children ? node : node.withChildren(changed);
  }

  @SuppressWarnings("unchecked")
  private static <N extends OwnerNode<N>> Twig<N> map(Twig<N> twig, UnaryOperator<N> change) {
    return twig instanceof Branch<N> branch
        ? branch.map(below -> map(below, change))
        : map((N) twig, change);
  }

  /** The lowest node at or above a name that is at or below the top. */
  public static <N extends OwnerNode<N>> N closestEncloser(N top, DomainName name) {
    LabelPath path = new LabelPath(top.owner(), name);
    N node = top;
    for (int label = path.length() - 1; label >= 0; label--) {
      N child = node.child(path.wire(), path.start(label));
      if (child == null) {
        return node;
      }
      node = child;
    }
    return node;
  }

  /**
   * The last node before a name in canonical order, whether the name itself is there or not; null
   * for the name of the top.
   */
  public static <N extends OwnerNode<N>> @Nullable N predecessor(N top, DomainName name) {
    LabelPath path = new LabelPath(top.owner(), name);
    if (path.length() == 0) {
      return null;
    }
    N node = top;
    int label = path.length() - 1;
    N child = node.child(path.wire(), path.start(label));
    while (child != null && label > 0) {
      node = child;
      label--;
      child = node.child(path.wire(), path.start(label));
    }
    N sibling = LabelTrie.before(node.children(), path.wire(), path.start(label));
    return sibling == null ? node : lastAtOrBelow(sibling);
  }

  private static <N extends OwnerNode<N>> N lastAtOrBelow(N top) {
    N node = top;
    for (Twig<N> below = node.children(); below != null; below = node.children()) {
      node = LabelTrie.last(below);
    }
    return node;
  }

  /**
   * Changes the node of a name. Nodes that are missing on the way are made, and those that carry
   * nothing afterwards and have no children are dropped, all the way up; the top always stays.
   *
   * @param change given the node, an empty one if there was none; it must keep the owner's name
   * @return the new top, or the old one if nothing changed
   */
  public static <N extends OwnerNode<N>> N update(N top, DomainName name, UnaryOperator<N> change) {
    LabelPath path = new LabelPath(top.owner(), name);
    return new PathCopy<>(path, name, change).copy(top, path.length() - 1);
  }
}
