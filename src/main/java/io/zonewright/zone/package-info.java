/**
 * An immutable zone version and what a lookup in it finds.
 *
 * <p>A {@link io.zonewright.zone.Zone} never changes: a {@link io.zonewright.zone.ZoneEditor} makes
 * the next version, which shares all but the changed paths with the one before. Readers take no
 * lock. Zone cuts, glue, additional addresses, wildcards and empty non-terminals are known before
 * the first query (RFC 1034 section 4.3.2, RFC 4592, RFC 6672).
 */
@NullMarked
package io.zonewright.zone;

import org.jspecify.annotations.NullMarked;
