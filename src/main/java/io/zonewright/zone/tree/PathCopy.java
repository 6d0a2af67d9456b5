package io.zonewright.zone.tree;

import io.zonewright.dns.DomainName;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One change of one name: copies the nodes from the top down to it. */
final class PathCopy<N extends OwnerNode<N>> {
  private final LabelPath path;
  private final DomainName name;
  private final UnaryOperator<N> change;

  PathCopy(LabelPath path, DomainName name, UnaryOperator<N> change) {
    this.path = path;
    this.name = name;
    this.change = change;
  }

  /**
   * The copy of a node of the path.
   *
   * @param label the label below the node, -1 if it is the node to change
   */
  @SuppressWarnings("ReferenceEquality") // Only the very same node means that nothing changed.
  N copy(N node, int label) {
    if (label < 0) {
      return change.apply(node);
    }
    N old = node.child(path.wire(), path.start(label));
    N child = copy(old != null ? old : missing(node, label), label - 1);
    return child == old ? node : replace(node, old, child);
  }

  private N missing(N parent, int label) {
    return parent.emptyNode(name.ancestor(name.labelCount() - label));
  }

  private N replace(N node, @Nullable N old, N child) {
    Twig<N> children = node.children();
    if (!child.isEmpty() || child.hasChildren()) {
      return node.withChildren(LabelTrie.with(children, child));
    }
    if (old == null || children == null) {
      return node;
    }
    return node.withChildren(LabelTrie.without(children, child.label()));
  }
}
