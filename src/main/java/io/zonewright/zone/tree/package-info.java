/**
 * A persistent, ordered tree of owner names: what zones and the catalog are made of.
 *
 * <p>Every name is a node below the node of its parent name, from the top down, so that a descent
 * meets the zone cuts, the DNAMEs and the closest encloser of a name in their order. The children
 * of a node are found by a qp-trie over the octets of one label: a branch holds a 64-bit map of the
 * values that occur and a dense array of twigs, and tests a single octet. Order is canonical (RFC
 * 4034 section 6.1).
 *
 * <p>Nothing here changes once it is made. A change copies the path from the top to the name, which
 * costs as much as the name is long, and shares all the rest.
 */
@NullMarked
package io.zonewright.zone.tree;

import org.jspecify.annotations.NullMarked;
