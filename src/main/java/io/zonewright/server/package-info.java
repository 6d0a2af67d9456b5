/**
 * Sockets and threads: UDP and TCP over both families.
 *
 * <p>The server knows nothing of zones: it hands each message to a {@link
 * io.zonewright.server.QueryHandler}.
 */
@NullMarked
package io.zonewright.server;

import org.jspecify.annotations.NullMarked;
