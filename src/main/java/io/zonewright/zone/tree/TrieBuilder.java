package io.zonewright.zone.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the trie of nodes that come in the order of their labels. Each label is only compared with
 * the one before it: where they differ tells which forks are complete. For one thread.
 */
final class TrieBuilder<N extends OwnerNode<N>> {
  /** The forks that may get more twigs, each below the one before it. */
  private final List<Fork<N>> forks = new ArrayList<>();

  private @Nullable N last;

  private static final class Fork<N extends OwnerNode<N>> {
    private final int position;
    private final List<Twig<N>> twigs = new ArrayList<>(2);
    private long bitmap;

    Fork(int position) {
      this.position = position;
    }

    void add(N inTwig, Twig<N> twig) {
      bitmap |= 1L << LabelOrder.valueAt(inTwig.owner(), position);
      twigs.add(twig);
    }
  }

  /**
   * Adds a node.
   *
   * @throws IllegalArgumentException if its label does not come after the one before it
   */
  void add(N node) {
    N before = last;
    last = node;
    if (before == null) {
      return;
    }
    int position = LabelOrder.firstDifference(before.owner(), node.owner());
    if (position < 0
        || LabelOrder.valueAt(before.owner(), position)
            > LabelOrder.valueAt(node.owner(), position)) {
      throw new IllegalArgumentException(node.owner() + " does not come after " + before.owner());
    }
    Twig<N> twig = closeBelow(position, before);
    if (forks.isEmpty() || forks.getLast().position < position) {
      forks.add(new Fork<>(position));
    }
    forks.getLast().add(before, twig);
  }

  /** Completes the forks after a position; what hangs at it then, with the node in it. */
  private Twig<N> closeBelow(int position, N node) {
    Twig<N> twig = node;
    while (!forks.isEmpty() && forks.getLast().position > position) {
      Fork<N> fork = forks.removeLast();
      fork.add(node, twig);
      twig = Branch.of(fork.position, fork.bitmap, fork.twigs);
    }
    return twig;
  }

  /** The trie of all that was added, null if nothing was. */
  @Nullable Twig<N> build() {
    return last == null ? null : closeBelow(-1, last);
  }
}
