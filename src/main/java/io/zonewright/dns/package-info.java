/**
 * The vocabulary of the DNS protocol as values: names, types, codes and serial numbers.
 *
 * <p>Everything here is immutable and depends on nothing but the JDK. Terms are those of RFC 9499.
 */
@NullMarked
package io.zonewright.dns;

import org.jspecify.annotations.NullMarked;
