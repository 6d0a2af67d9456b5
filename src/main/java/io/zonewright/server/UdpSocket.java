package io.zonewright.server;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A bound, non-blocking socket.
 *
 * @param channel the socket
 * @param address what it is bound to
 * @param family how messages on it come
 */
record UdpSocket(DatagramChannel channel, InetSocketAddress address, Channel family) {
  private static final Logger LOG = Logger.getLogger(UdpSocket.class.getName());

  /** Room for a burst while the worker waits for a processor; the system may grant less. */
  private static final int KERNEL_BUFFER = 4 << 20;

  static UdpSocket bind(InetSocketAddress address, boolean shared) throws IOException {
    boolean ipv6 = address.getAddress() instanceof Inet6Address;
    DatagramChannel channel =
        DatagramChannel.open(ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, KERNEL_BUFFER);
      if (shared) {
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      }
      channel.bind(address).configureBlocking(false);
      return new UdpSocket(
          channel, local(channel, address), ipv6 ? Channel.UDP_IPV6 : Channel.UDP_IPV4);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The address as it was given: the system tells the scope of it by number. */
  private static InetSocketAddress local(DatagramChannel channel, InetSocketAddress given)
      throws IOException {
    if (channel.getLocalAddress() instanceof InetSocketAddress local) {
      return new InetSocketAddress(given.getAddress(), local.getPort());
    }
    throw new IOException("the socket has no address");
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "closing a UDP socket failed", e);
    }
  }
}
