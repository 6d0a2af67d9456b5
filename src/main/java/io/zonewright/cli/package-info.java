/**
 * The commands: the operator (default), {@code serve} and {@code check}; and how the parts are
 * wired.
 */
@NullMarked
package io.zonewright.cli;

import org.jspecify.annotations.NullMarked;
