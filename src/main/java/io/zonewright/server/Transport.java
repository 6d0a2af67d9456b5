package io.zonewright.server;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * One way for messages to come and go, on any number of addresses. Addresses are opened and closed
 * by one thread at a time while queries are being answered.
 */
public interface Transport {
  /** How messages name it: UDP, TCP. */
  String protocol();

  /**
   * Begins to answer on an address.
   *
   * @param address port 0 lets the system choose one
   * @return the address with the port in use
   * @throws ListenException with one sentence for the user
   */
  InetSocketAddress open(InetSocketAddress address) throws ListenException;

  /** Stops to answer on an address as {@link #open} returned it. */
  void close(InetSocketAddress address);

  /** Whether every worker still runs. */
  boolean isAlive();

  /** Finishes what has come already, for at most the given time, and closes everything. */
  void drain(Duration limit);
}
