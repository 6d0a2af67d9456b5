package io.zonewright.server;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * UDP with what every JDK has. A socket must be bound to one address, never to the wildcard, so
 * that a response leaves from the address that was asked.
 */
final class NioUdpDriver implements UdpDriver<DatagramChannel> {
  private static final Logger LOG = Logger.getLogger(NioUdpDriver.class.getName());

  @Override
  public boolean sharesAddresses() throws IOException {
    try (DatagramChannel probe = DatagramChannel.open()) {
      return probe.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT);
    }
  }

  @Override
  public boolean answersFromTheAddressAsked() {
    return false;
  }

  @Override
  public DatagramChannel bind(InetSocketAddress address, boolean shared) throws IOException {
    DatagramChannel channel = DatagramChannel.open(family(address));
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, KERNEL_BUFFER);
      if (shared) {
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      }
      channel.bind(address).configureBlocking(false);
      return channel;
    } catch (IOException e) {
      close(channel);
      throw e;
    }
  }

  private static StandardProtocolFamily family(InetSocketAddress address) {
    return address.getAddress() instanceof Inet6Address
        ? StandardProtocolFamily.INET6
        : StandardProtocolFamily.INET;
  }

  @Override
  public int port(DatagramChannel channel) throws IOException {
    if (channel.getLocalAddress() instanceof InetSocketAddress local) {
      return local.getPort();
    }
    throw new IOException("the socket has no address");
  }

  @Override
  public void steerByProcessor(List<DatagramChannel> sockets) throws IOException {
    throw new IOException("java.nio has no way to do it");
  }

  @Override
  public UdpBuffers buffers(DatagramChannel channel) throws IOException {
    return new UdpBuffers(
        channel.getOption(StandardSocketOptions.SO_RCVBUF),
        channel.getOption(StandardSocketOptions.SO_SNDBUF));
  }

  @Override
  public void close(DatagramChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "closing a UDP socket failed", e);
    }
  }

  @Override
  public UdpSockets<DatagramChannel> newSockets(Answerer answerer) throws IOException {
    return new NioUdpSockets(answerer);
  }
}
