/**
 * Real parts for tests: a kube-apiserver with its etcd, the packaged Zonewright as a process, DNS
 * clients.
 *
 * <p>Nothing here is a double. A part that the machine lacks aborts the test with a sentence that
 * says how to get it; where nothing may be skipped ({@code CI=true}) it fails instead.
 */
@NullMarked
package io.zonewright.testing;

import org.jspecify.annotations.NullMarked;
