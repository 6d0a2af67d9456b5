/**
 * Bounds-checked reading and writing of DNS messages (RFC 1035 section 4, RFC 6891).
 *
 * <p>Nothing here allocates per message, and malformed input is an outcome, never an exception.
 */
@NullMarked
package io.zonewright.dns.wire;

import org.jspecify.annotations.NullMarked;
