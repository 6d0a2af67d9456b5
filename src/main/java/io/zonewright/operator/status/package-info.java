/** What is told about a resource: conditions, Events, and who may write them. */
@NullMarked
package io.zonewright.operator.status;

import org.jspecify.annotations.NullMarked;
