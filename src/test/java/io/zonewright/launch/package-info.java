/** How the JVM is started: its options, and the AOT cache. */
@NullMarked
package io.zonewright.launch;

import org.jspecify.annotations.NullMarked;
