/**
 * What the parts of the query path and of a change cost, measured by JMH: {@code make bench-micro}.
 *
 * <p>Each benchmark goes round a thousand names, so processor caches are warm; what a flood of
 * queries for all names costs is what {@code make bench} measures.
 */
@NullMarked
package io.zonewright.bench.micro;

import org.jspecify.annotations.NullMarked;
