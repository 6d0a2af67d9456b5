/**
 * Reads zone files (master files, RFC 1035 section 5) with {@code $ORIGIN}, {@code $TTL} (RFC 2308
 * section 4), {@code $INCLUDE} and BIND's {@code $GENERATE}.
 *
 * <p>A file is read to its end whatever is wrong in it, so that all problems are told at once. Only
 * files in the directory of the zone file are ever opened.
 */
@NullMarked
package io.zonewright.zone.compile.file;

import org.jspecify.annotations.NullMarked;
