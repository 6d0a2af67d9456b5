/**
 * One query in, one response out: no I/O, no threads, no allocation.
 *
 * <p>Lookup yields a named outcome; what goes into the response is collected first and encoded
 * afterwards.
 */
@NullMarked
package io.zonewright.query;

import org.jspecify.annotations.NullMarked;
