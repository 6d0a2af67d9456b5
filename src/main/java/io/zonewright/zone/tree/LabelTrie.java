package io.zonewright.zone.tree;

import org.jspecify.annotations.Nullable;

/**
 * The children of a node by their leftmost label: a qp-trie, whose root is null when it is empty.
 */
final class LabelTrie {
  private LabelTrie() {}

  /** Finds the node of the label that starts at {@code start}. Allocates nothing. */
  @SuppressWarnings("unchecked")
  static <N extends OwnerNode<N>> @Nullable N find(@Nullable Twig<N> root, byte[] wire, int start) {
    Twig<N> at = root;
    while (at instanceof Branch<N> branch) {
      at = branch.find(branch.valueOf(wire, start));
    }
    N node = (N) at;
    return node != null && LabelOrder.isLeftmostOf(node.owner(), wire, start) ? node : null;
  }

  /** With a node in place of the one of its label, or added. */
  static <N extends OwnerNode<N>> Twig<N> with(@Nullable Twig<N> root, N node) {
    if (root == null) {
      return node;
    }
    byte[] label = node.label();
    int position = LabelOrder.firstDifference(label, 0, nearest(root, label, 0).owner());
    return with(root, label, position, node);
  }

  /** Some node that agrees with the label at least as far as any other does. */
  @SuppressWarnings("unchecked")
  private static <N extends OwnerNode<N>> N nearest(Twig<N> root, byte[] wire, int start) {
    Twig<N> at = root;
    while (at instanceof Branch<N> branch) {
      Twig<N> next = branch.find(branch.valueOf(wire, start));
      at = next != null ? next : branch.twig(0);
    }
    return (N) at;
  }

  private static <N extends OwnerNode<N>> Twig<N> with(
      Twig<N> at, byte[] label, int position, N node) {
    if (at instanceof Branch<N> branch && (position < 0 || branch.position() <= position)) {
      int value = branch.valueOf(label, 0);
      Twig<N> twig = branch.find(value);
      return branch.with(value, twig == null ? node : with(twig, label, position, node));
    }
    if (position < 0) {
      return node;
    }
    int value = LabelOrder.valueAt(label, 0, position);
    return Branch.of(position, value, node, valueBelow(at, position), at);
  }

  /** The value that all nodes below share at a position before that of the branch. */
  private static <N extends OwnerNode<N>> int valueBelow(Twig<N> twig, int position) {
    return LabelOrder.valueAt(first(twig).label(), 0, position);
  }

  /** The last node whose label comes before the one that starts at {@code start}, or null. */
  static <N extends OwnerNode<N>> @Nullable N before(
      @Nullable Twig<N> root, byte[] wire, int start) {
    Twig<N> twig = root == null ? null : twigBefore(root, wire, start);
    return twig == null ? null : last(twig);
  }

  /** The lowest twig of which all labels come before the given one, none after it in order. */
  private static <N extends OwnerNode<N>> @Nullable Twig<N> twigBefore(
      Twig<N> root, byte[] wire, int start) {
    int position = LabelOrder.firstDifference(wire, start, nearest(root, wire, start).owner());
    Twig<N> before = null;
    Twig<N> at = root;
    while (at instanceof Branch<N> branch && (position < 0 || branch.position() <= position)) {
      int value = branch.valueOf(wire, start);
      int rank = branch.rank(value);
      before = rank > 0 ? branch.twig(rank - 1) : before;
      if (!branch.has(value)) {
        return before;
      }
      at = branch.twig(rank);
    }
    boolean allBefore =
        position >= 0 && valueBelow(at, position) < LabelOrder.valueAt(wire, start, position);
    return allBefore ? at : before;
  }

  /** Without the node of a label, which must be there. */
  static <N extends OwnerNode<N>> @Nullable Twig<N> without(Twig<N> at, byte[] label) {
    if (!(at instanceof Branch<N> branch)) {
      return null;
    }
    int value = branch.valueOf(label, 0);
    Twig<N> twig = branch.find(value);
    if (twig == null) {
      throw new IllegalStateException("no such label");
    }
    Twig<N> rest = without(twig, label);
    return rest == null ? branch.without(value) : branch.with(value, rest);
  }

  @SuppressWarnings("unchecked")
  static <N extends OwnerNode<N>> N first(Twig<N> twig) {
    Twig<N> at = twig;
    while (at instanceof Branch<N> branch) {
      at = branch.twig(0);
    }
    return (N) at;
  }

  @SuppressWarnings("unchecked")
  static <N extends OwnerNode<N>> N last(Twig<N> twig) {
    Twig<N> at = twig;
    while (at instanceof Branch<N> branch) {
      at = branch.twig(branch.size() - 1);
    }
    return (N) at;
  }
}
