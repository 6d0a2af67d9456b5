package io.zonewright.zone.tree;

import io.zonewright.dns.DomainName;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A name of a tree, with the names directly below it. Immutable.
 *
 * @param <N> the type of nodes, the subclass itself
 */
public abstract non-sealed class OwnerNode<N extends OwnerNode<N>> extends Twig<N> {
  private static final byte[] ASTERISK = {1, '*'};

  private final DomainName owner;
  private final @Nullable Twig<N> children;

  /** Makes a node with the children of another, or none. */
  protected OwnerNode(DomainName owner, @Nullable Twig<N> children) {
    this.owner = owner;
    this.children = children;
  }

  /** The name, in the case in which it was first written. */
  public final DomainName owner() {
    return owner;
  }

  /** The root of the trie of the children; only to be handed on to a copy of this node. */
  protected final @Nullable Twig<N> children() {
    return children;
  }

  /** Whether there are names below this one. */
  public final boolean hasChildren() {
    return children != null;
  }

  /**
   * The child whose label, in whatever case, has its length octet at {@code start}; or null.
   * Allocates nothing.
   */
  public final @Nullable N child(byte[] wire, int start) {
    return LabelTrie.find(children, wire, start);
  }

  /** The child {@code *} (RFC 4592 section 2.1.1), or null. Allocates nothing. */
  public final @Nullable N wildcardChild() {
    return LabelTrie.find(children, ASTERISK, 0);
  }

  /** This node and all below it, in canonical order. */
  public final Iterator<N> subtree() {
    return new TreeIterator<>(this);
  }

  /** Whether the node carries nothing and only exists for the sake of names below it. */
  protected abstract boolean isEmpty();

  /** A copy with other children. */
  protected abstract N withChildren(@Nullable Twig<N> newChildren);

  /** A node without content for a name below this one. */
  protected abstract N emptyNode(DomainName name);

  /** The leftmost label with its length octet; a copy. */
  final byte[] label() {
    byte[] label = new byte[owner.wireAt(0) + 1];
    for (int i = 0; i < label.length; i++) {
      label[i] = owner.wireAt(i);
    }
    return label;
  }
}
