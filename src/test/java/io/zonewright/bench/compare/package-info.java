/**
 * Queries per CPU-second of Zonewright beside other servers, which {@code make bench} measures: the
 * same zone, the same queries, one processor for the server and one for the load.
 *
 * <p>A figure is the number of right answers over the CPU time that the server's processes took
 * while they were asked. Servers take turns within each round, so that what disturbs the machine
 * disturbs all of them; only ratios within one run mean anything.
 */
@NullMarked
package io.zonewright.bench.compare;

import org.jspecify.annotations.NullMarked;
