package io.zonewright.zone.tree;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Walks a node and all below it in canonical order: a name before those below it, and those before
 * its next sibling.
 */
final class TreeIterator<N extends OwnerNode<N>> implements Iterator<N> {
  private final ArrayDeque<Twig<N>> ahead = new ArrayDeque<>();

  TreeIterator(Twig<N> top) {
    ahead.push(top);
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty();
  }

  @Override
  @SuppressWarnings("unchecked")
  public N next() {
    if (ahead.isEmpty()) {
      throw new NoSuchElementException();
    }
    Twig<N> twig = ahead.pop();
    while (twig instanceof Branch<N> branch) {
      for (int i = branch.size() - 1; i > 0; i--) {
        ahead.push(branch.twig(i));
      }
      twig = branch.twig(0);
    }
    N node = (N) twig;
    Twig<N> children = node.children();
    if (children != null) {
      ahead.push(children);
    }
    return node;
  }
}
