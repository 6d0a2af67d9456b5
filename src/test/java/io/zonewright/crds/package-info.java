/** The CRDs: that they agree with the Java types, hold on a real API server, and are documented. */
@NullMarked
package io.zonewright.crds;

import org.jspecify.annotations.NullMarked;
