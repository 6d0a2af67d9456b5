/** What the documentation lists is what there is. */
@NullMarked
package io.zonewright.docs;

import org.jspecify.annotations.NullMarked;
