/** Manifests and zone files as a served world that follows its files, without Kubernetes. */
@NullMarked
package io.zonewright.cli.serve;

import org.jspecify.annotations.NullMarked;
