package io.zonewright.operator.status;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Answers on one loopback address with a SOA record of serial 77, over UDP and TCP; or with what a
 * test wants, or not at all. What throws an UncheckedIOException closes the connection.
 */
final class SoaServer implements AutoCloseable {
  /** Answers a query for a zone. */
  static final UnaryOperator<byte[]> ANSWERS = SoaServer::answer;

  /** Takes what is sent, and is silent. */
  static final UnaryOperator<byte[]> MUTE = query -> new byte[0];

  private static final int RDATA_NAMES = 2;

  private final ServerSocket tcp;
  private final DatagramSocket udp;
  private final AtomicInteger connections = new AtomicInteger();

  SoaServer(String address, UnaryOperator<byte[]> overUdp, UnaryOperator<byte[]> overTcp)
      throws IOException {
    InetAddress host = InetAddress.ofLiteral(address);
    tcp = new ServerSocket(0, 0, host);
    udp = new DatagramSocket(tcp.getLocalPort(), host);
    Thread.ofVirtual().start(() -> untilClosed(() -> answerDatagram(overUdp)));
    Thread.ofVirtual().start(() -> untilClosed(() -> accept(overTcp)));
  }

  private interface Step {
    void take() throws IOException;
  }

  private static void untilClosed(Step step) {
    try {
      while (true) {
        step.take();
      }
    } catch (IOException | UncheckedIOException closed) {
      // The test is over, or the client has gone.
    }
  }

  private void answerDatagram(UnaryOperator<byte[]> server) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
    udp.receive(packet);
    byte[] answer = server.apply(Arrays.copyOf(packet.getData(), packet.getLength()));
    if (answer.length > 0) {
      udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
    }
  }

  private void accept(UnaryOperator<byte[]> server) throws IOException {
    Socket socket = tcp.accept();
    socket.setTcpNoDelay(true);
    connections.incrementAndGet();
    Thread.ofVirtual()
        .start(
            () -> {
              try (socket) {
                untilClosed(() -> answerMessage(socket, server));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static void answerMessage(Socket socket, UnaryOperator<byte[]> server)
      throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] query = new byte[in.readUnsignedShort()];
    in.readFully(query);
    byte[] answer = server.apply(query);
    if (answer.length > 0) {
      ByteBuffer framed = ByteBuffer.allocate(2 + answer.length);
      framed.putShort((short) answer.length).put(answer);
      for (byte octet : framed.array()) {
        socket.getOutputStream().write(octet);
      }
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
  }

  /** How many TCP connections were opened. */
  int connections() {
    return connections.get();
  }

  void closeTcp() throws IOException {
    tcp.close();
  }

  @Override
  public void close() throws IOException {
    tcp.close();
    udp.close();
  }

  /** The question and one SOA with pointers for names. */
  static byte[] answer(byte[] query) {
    int end = questionEnd(query);
    byte[] answer = Arrays.copyOf(query, end + 12 + 2 * RDATA_NAMES + 4);
    Arrays.fill(answer, end, answer.length, (byte) 0);
    answer[2] = (byte) 0x84;
    answer[7] = 1;
    answer[11] = 0;
    answer[end] = (byte) 0xc0;
    answer[end + 1] = 12;
    answer[end + 3] = 6;
    answer[end + 12] = (byte) 0xc0;
    answer[end + 14] = (byte) 0xc0;
    answer[answer.length - 1] = 77;
    return answer;
  }

  static int questionEnd(byte[] query) {
    int position = 12;
    while (query[position] != 0) {
      position += query[position] + 1;
    }
    return position + 5;
  }
}
