/** The chart, the manifests rendered from it, and the samples. */
@NullMarked
package io.zonewright.chart;

import org.jspecify.annotations.NullMarked;
