/**
 * Which zones are served: one atomic publish point and the longest-suffix match for a query name.
 */
@NullMarked
package io.zonewright.zone.catalog;

import org.jspecify.annotations.NullMarked;
