package io.zonewright.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * One way to have UDP sockets.
 *
 * @param <S> the type of its sockets
 */
interface UdpDriver<S> {
  /** Room for a burst while the worker waits for a processor; the system may grant less. */
  int KERNEL_BUFFER = 4 << 20;

  /** Whether several sockets, one for each worker, can be bound to one address. */
  boolean sharesAddresses() throws IOException;

  /**
   * Whether a socket bound to a wildcard answers from the address that was asked, so that one does
   * for all addresses of a family.
   */
  boolean answersFromTheAddressAsked();

  /**
   * Binds a socket.
   *
   * @param address port 0 lets the system choose one
   * @param shared whether other sockets of this process are bound to it too
   */
  S bind(InetSocketAddress address, boolean shared) throws IOException;

  /** The port that a socket is bound to. */
  int port(S socket) throws IOException;

  /**
   * Has the sockets that share an address get the packets by the processor that received them.
   *
   * @param sockets in the order of the workers
   * @throws IOException if that cannot be had
   */
  void steerByProcessor(List<S> sockets) throws IOException;

  /** What the system granted of {@link #KERNEL_BUFFER}. */
  UdpBuffers buffers(S socket) throws IOException;

  /** Closes a socket that no worker has taken. */
  void close(S socket);

  /** The sockets of one more worker, none yet. */
  UdpSockets<S> newSockets(Answerer answerer) throws IOException;
}
