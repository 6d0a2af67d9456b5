package io.zonewright.zone.tree;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fork of a trie of labels: all below agree before {@code position} and differ at it.
 *
 * @param <N> the type of nodes
 */
final class Branch<N extends OwnerNode<N>> extends Twig<N> {
  private final byte position;
  private final long bitmap;
  private final Twig<N>[] twigs;

  private Branch(int position, long bitmap, Twig<N>[] twigs) {
    this.position = (byte) position;
    this.bitmap = bitmap;
    this.twigs = twigs;
  }

  /** A branch of two. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static <N extends OwnerNode<N>> Branch<N> of(
      int position, int value, Twig<N> twig, int otherValue, Twig<N> other) {
    Twig<N>[] both = new Twig[2];
    both[value < otherValue ? 0 : 1] = twig;
    both[value < otherValue ? 1 : 0] = other;
    return new Branch<>(position, (1L << value) | (1L << otherValue), both);
  }

  /** A branch of twigs in the order of their values, at least two. */
  static <N extends OwnerNode<N>> Branch<N> of(int position, long bitmap, List<Twig<N>> twigs) {
    @SuppressWarnings("unchecked")
    Twig<N>[] array = twigs.toArray(Twig[]::new);
    return new Branch<>(position, bitmap, array);
  }

  /** Where the twigs differ, a position of {@link LabelOrder}. */
  int position() {
    return position;
  }

  /** The value that a label has at the position of this branch. */
  int valueOf(byte[] wire, int start) {
    return LabelOrder.valueAt(wire, start, position);
  }

  int size() {
    return twigs.length;
  }

  /** A twig by its place in the order. */
  Twig<N> twig(int index) {
    return twigs[index];
  }

  @Nullable Twig<N> find(int value) {
    long bit = 1L << value;
    return (bitmap & bit) == 0 ? null : twigs[Long.bitCount(bitmap & (bit - 1))];
  }

  /** How many twigs come before a value. */
  int rank(int value) {
    return Long.bitCount(bitmap & ((1L << value) - 1));
  }

  boolean has(int value) {
    return (bitmap & (1L << value)) != 0;
  }

  Branch<N> with(int value, Twig<N> twig) {
    int index = rank(value);
    if (has(value)) {
      Twig<N>[] copy = twigs.clone();
      copy[index] = twig;
      return new Branch<>(position, bitmap, copy);
    }
    Twig<N>[] wider = Arrays.copyOf(twigs, twigs.length + 1);
    System.arraycopy(twigs, index, wider, index + 1, twigs.length - index);
    wider[index] = twig;
    return new Branch<>(position, bitmap | (1L << value), wider);
  }

  /** With each twig changed; this branch itself if none is. */
  @SuppressWarnings("ReferenceEquality") // Only the very same twig means that nothing changed.
  Branch<N> map(UnaryOperator<Twig<N>> change) {
    Twig<N>[] copy = twigs;
    for (int i = 0; i < twigs.length; i++) {
      Twig<N> changed = change.apply(twigs[i]);
      if (changed != twigs[i]) {
        copy = copy == twigs ? twigs.clone() : copy;
        copy[i] = changed;
      }
    }
    return copy == twigs ? this : new Branch<>(position, bitmap, copy);
  }

  /** Without the twig of a value that is there; the other twig if only one is left. */
  Twig<N> without(int value) {
    int index = rank(value);
    if (twigs.length == 2) {
      return twigs[1 - index];
    }
    Twig<N>[] narrower = Arrays.copyOf(twigs, twigs.length - 1);
    System.arraycopy(twigs, index + 1, narrower, index, narrower.length - index);
    return new Branch<>(position, bitmap & ~(1L << value), narrower);
  }
}
