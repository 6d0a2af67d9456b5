/**
 * Datagram sockets of Linux by way of its C library (JEP 454): many packets for each system call,
 * and the address that each was sent to. Knows nothing of DNS.
 *
 * <p>The layouts and numbers are those that x86_64 and aarch64 share.
 */
@NullMarked
package io.zonewright.server.linux;

import org.jspecify.annotations.NullMarked;
