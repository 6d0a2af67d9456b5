/**
 * The reconcile loop: what the cluster says, handed to the compiler.
 *
 * <p>Every replica reconciles and serves; only writing status is elected (docs/adr).
 */
@NullMarked
package io.zonewright.operator;

import org.jspecify.annotations.NullMarked;
