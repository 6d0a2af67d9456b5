/**
 * The custom resources of {@code zonewright.io/v1alpha1} as Java types.
 *
 * <p>The contract is the YAML under {@code crds/}; a test proves that both agree.
 */
@NullMarked
package io.zonewright.api.v1alpha1;

import org.jspecify.annotations.NullMarked;
