/**
 * From descriptions of zones and record sets to zone versions and findings.
 *
 * <p>What is accepted is a function of the descriptions alone, whatever the order in which they
 * come: candidates are taken by age, and only accepted ones block later ones. A finding names the
 * field and says what to write instead.
 */
@NullMarked
package io.zonewright.zone.compile;

import org.jspecify.annotations.NullMarked;
