package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.server.DnsServer;
import io.zonewright.server.TcpLimits;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** A real server with the zones of a {@link Responder}, on both loopback addresses. */
final class OverSockets implements AutoCloseable {
  private static final int TIMEOUT = 20_000;
  private static final int MAX_MESSAGE = 65_535;

  private final QueryEngine reference;
  private final ByteBuffer out = ByteBuffer.allocate(MAX_MESSAGE);
  private final byte[] soa = Ask.of("example.", "SOA").toPacket();
  private final DnsServer server;

  OverSockets(Responder responder) throws IOException {
    reference = responder.newEngine();
    server = LoopbackServer.start(responder.handlers());
  }

  /**
   * Sends a packet by UDP and TCP over both families, each followed by a query for a SOA: both get
   * what an engine says without a network, which is the same for UDP and TCP but for its length.
   */
  void replay(byte[] packet) {
    assertTransportsAgree(packet);
    for (InetSocketAddress address : server.boundAddresses()) {
      try {
        replayByUdp(address, packet);
        replayByTcp(address, packet);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void assertTransportsAgree(byte[] packet) {
    Optional<Reply> byUdp = expected(packet, false).map(Reply::parse);
    Optional<Reply> byTcp = expected(packet, true).map(Reply::parse);
    assertThat(byUdp.isPresent()).isEqualTo(byTcp.isPresent());
    if (byUdp.isPresent() && !byUdp.get().isTruncated()) {
      byTcp.orElseThrow().saysTheSameAs(byUdp.get());
    }
  }

  private void replayByUdp(InetSocketAddress address, byte[] packet) throws IOException {
    try (DatagramSocket client = new DatagramSocket()) {
      client.setSoTimeout(TIMEOUT);
      client.setSendBufferSize(1 << 20);
      client.connect(address);
      client.send(new DatagramPacket(packet, packet.length));
      // Had a packet to be dropped an answer all the same, it would stand before that of the SOA.
      client.send(new DatagramPacket(soa, soa.length));
      Optional<byte[]> expected = expected(packet, false);
      if (expected.isPresent()) {
        assertThat(receive(client)).isEqualTo(expected.get());
      }
      assertThat(receive(client)).isEqualTo(expected(soa, false).orElseThrow());
    }
  }

  private void replayByTcp(InetSocketAddress address, byte[] packet) throws IOException {
    boolean tooLong = packet.length > TcpLimits.defaults().messageBytes();
    Optional<byte[]> expected = tooLong ? Optional.empty() : expected(packet, true);
    try (Socket client = connect(address)) {
      assertThat(exchange(client, packet).map(ByteBuffer::wrap))
          .isEqualTo(expected.map(ByteBuffer::wrap));
      if (expected.isPresent()) {
        assertThat(exchange(client, soa).orElseThrow())
            .isEqualTo(expected(soa, true).orElseThrow());
      }
    }
    try (Socket next = connect(address)) {
      assertThat(exchange(next, soa).orElseThrow()).isEqualTo(expected(soa, true).orElseThrow());
    }
  }

  private Optional<byte[]> expected(byte[] packet, boolean stream) {
    int length = reference.answer(ByteBuffer.wrap(packet), out, stream);
    return length == QueryEngine.DROP
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(out.array(), length));
  }

  private static byte[] receive(DatagramSocket client) throws IOException {
    DatagramPacket response = new DatagramPacket(new byte[MAX_MESSAGE], MAX_MESSAGE);
    client.receive(response);
    return Arrays.copyOf(response.getData(), response.getLength());
  }

  private static Socket connect(InetSocketAddress address) throws IOException {
    Socket socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout(TIMEOUT);
    return socket;
  }

  /** The response, or empty if the server closes instead. */
  private static Optional<byte[]> exchange(Socket client, byte[] packet) throws IOException {
    try {
      DataOutputStream to = new DataOutputStream(client.getOutputStream());
      to.write(
          ByteBuffer.allocate(packet.length + 2)
              .putShort((short) packet.length)
              .put(packet)
              .array());
      DataInputStream from = new DataInputStream(client.getInputStream());
      byte[] response = new byte[from.readUnsignedShort()];
      from.readFully(response);
      return Optional.of(response);
    } catch (EOFException | SocketException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
