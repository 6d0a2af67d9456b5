/** Health and metrics. */
@NullMarked
package io.zonewright.ops;

import org.jspecify.annotations.NullMarked;
