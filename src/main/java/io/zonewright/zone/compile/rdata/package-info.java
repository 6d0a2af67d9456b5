/** Record data in presentation form to wire form and back. The only user of dnsjava for data. */
@NullMarked
package io.zonewright.zone.compile.rdata;

import org.jspecify.annotations.NullMarked;
