package io.zonewright.operator.status;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Over UDP, each time from a port of its own (RFC 5452). */
final class UdpExchange implements Exchange {
  private static final int LONGEST_ANSWER = 4096;

  @Override
  public ByteBuffer send(InetSocketAddress server, byte[] message) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(server);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.send(new DatagramPacket(message, message.length));
      DatagramPacket packet = new DatagramPacket(new byte[LONGEST_ANSWER], LONGEST_ANSWER);
      socket.receive(packet);
      return ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
    }
  }
}
