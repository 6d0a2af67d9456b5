package io.zonewright.zone.tree;

/**
 * What hangs on a branch: another branch, or the node of a name.
 *
 * @param <N> the type of nodes
 */
public abstract sealed class Twig<N extends OwnerNode<N>> permits Branch, OwnerNode {}
