package io.zonewright.server;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * The sockets of one worker. For its thread alone, except {@link #wakeup}.
 *
 * @param <S> the type of a socket
 */
interface UdpSockets<S> {
  /** Takes over a socket that is bound to an address. */
  void add(InetSocketAddress address, S socket) throws IOException;

  /** Closes the socket of an address. */
  void remove(InetSocketAddress address);

  /**
   * Answers the packets that are there, a bounded number for each socket.
   *
   * @param wait whether to wait for a packet, or a {@link #wakeup}, if there is none
   * @return how many packets came
   */
  int serve(boolean wait) throws IOException;

  /** Ends the waiting, now or the next time. Any thread may call it, at any time. */
  void wakeup();

  /** Closes everything. */
  void close();
}
