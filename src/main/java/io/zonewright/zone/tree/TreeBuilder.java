package io.zonewright.zone.tree;

import io.zonewright.dns.DomainName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of all of its names at once, which come in canonical order: every node and every
 * fork is made once, where one change after the other would copy a path each time. For one thread.
 *
 * @param <N> the type of nodes
 */
public final class TreeBuilder<N extends OwnerNode<N>> {
  /** The last name added and those above it, from the top down: names still to come join these. */
  private final List<Open<N>> path = new ArrayList<>();

  private int nodes = 1;

  /** A node that may get more children, each after those before it. */
  private static final class Open<N extends OwnerNode<N>> {
    private final N node;
    private @Nullable TrieBuilder<N> children;

    Open(N node) {
      this.node = node;
    }

    DomainName owner() {
      return node.owner();
    }

    void add(N child) {
      if (children == null) {
        children = new TrieBuilder<>();
      }
      children.add(child);
    }

    N close() {
      return children == null ? node : node.withChildren(children.build());
    }
  }

  /** Begins with the top, a node without children. */
  public TreeBuilder(N top) {
    path.add(new Open<>(top));
  }

  /**
   * Adds a node without children. Names between it and the top that are not there become nodes that
   * carry nothing.
   *
   * @throws IllegalArgumentException if the name is not below the top; now or later, if names do
   *     not come in order
   */
  public void add(N node) {
    DomainName owner = node.owner();
    while (!owner.isBelow(path.getLast().owner())) {
      closeLast();
    }
    int labels = owner.labelCount();
    for (int above = path.getLast().owner().labelCount() + 1; above < labels; above++) {
      open(node.emptyNode(owner.ancestor(above)));
    }
    open(node);
  }

  /** The number of nodes so far, the top included. */
  public int nodes() {
    return nodes;
  }

  /** The top with all that was added; nothing can be added after it. */
  public N build() {
    while (path.size() > 1) {
      closeLast();
    }
    return path.getFirst().close();
  }

  private void open(N node) {
    path.add(new Open<>(node));
    nodes++;
  }

  private void closeLast() {
    if (path.size() == 1) {
      throw new IllegalArgumentException("a name is not below " + path.getLast().owner());
    }
    N node = path.removeLast().close();
    path.getLast().add(node);
  }
}
