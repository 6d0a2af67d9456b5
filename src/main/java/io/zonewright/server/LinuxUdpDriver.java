package io.zonewright.server;

import io.zonewright.server.linux.LinuxDatagramSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** UDP by way of the C library of Linux: many packets for each system call. */
final class LinuxUdpDriver implements UdpDriver<LinuxDatagramSocket> {
  @Override
  public boolean sharesAddresses() {
    return true;
  }

  @Override
  public boolean answersFromTheAddressAsked() {
    return true;
  }

  @Override
  public LinuxDatagramSocket bind(InetSocketAddress address, boolean shared) throws IOException {
    return LinuxDatagramSocket.bind(address, shared, KERNEL_BUFFER);
  }

  @Override
  public int port(LinuxDatagramSocket socket) {
    return socket.address().getPort();
  }

  @Override
  public void steerByProcessor(List<LinuxDatagramSocket> sockets) throws IOException {
    sockets.getFirst().steerByProcessor(sockets.size());
  }

  @Override
  public UdpBuffers buffers(LinuxDatagramSocket socket) {
    return new UdpBuffers(socket.receiveBuffer(), socket.sendBuffer());
  }

  @Override
  public void close(LinuxDatagramSocket socket) {
    socket.close();
  }

  @Override
  public UdpSockets<LinuxDatagramSocket> newSockets(Answerer answerer) throws IOException {
    return new LinuxUdpSockets(answerer);
  }
}
