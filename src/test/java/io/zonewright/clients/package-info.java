/** What clients and resolvers make of the answers: families, transports, stubs. */
@NullMarked
package io.zonewright.clients;

import org.jspecify.annotations.NullMarked;
