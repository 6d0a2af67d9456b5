/**
 * Manifests as files hold them: YAML with the place of every field kept, so that whatever is wrong
 * can be named by file and line.
 *
 * <p>Types of scalars follow the YAML that Kubernetes reads: {@code no} is a boolean, {@code 1:30}
 * is text.
 */
@NullMarked
package io.zonewright.cli.manifest;

import org.jspecify.annotations.NullMarked;
