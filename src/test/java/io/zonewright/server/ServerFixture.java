package io.zonewright.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A server on loopback with a handler of the test, and clients that send raw messages. */
final class ServerFixture implements AutoCloseable {
  static final int TIMEOUT = 10_000;
  static final int LARGE = 16_000;
  private static final int SMALL_BUFFER = 4096;

  final QueryCounters counters = new QueryCounters();
  private final DnsServer server;

  ServerFixture(ServerSettings settings, QueryHandler.Factory factory) throws IOException {
    this(settings, factory, UdpDrivers.choose());
  }

  ServerFixture(ServerSettings settings, QueryHandler.Factory factory, UdpDriver<?> udp)
      throws IOException {
    server = new DnsServer(settings, factory, counters, () -> udp);
    server.start();
  }

  static ServerFixture echoing(String... listen) throws IOException {
    return new ServerFixture(settings(listen), () -> ServerFixture::echo);
  }

  static ServerFixture limited(TcpLimits limits, QueryHandler handler) throws IOException {
    return new ServerFixture(settings("127.0.0.1:0").withTcpLimits(limits), () -> handler);
  }

  static ServerSettings settings(String... listen) {
    List<ListenAddress> addresses = Arrays.stream(listen).map(ListenAddress::parse).toList();
    return new ServerSettings(addresses, 2, TcpLimits.defaults(), Duration.ofMillis(100));
  }

  /** The query as a response; nothing for an empty one. */
  static int echo(ByteBuffer query, ByteBuffer response, Channel channel) {
    int length = query.remaining();
    response.put(query);
    if (length > 2) {
      response.put(2, (byte) (response.get(2) | 0x80));
    }
    return length;
  }

  /** The same with much behind it, for what a client is slow to read. */
  static int large(ByteBuffer query, ByteBuffer response, Channel channel) {
    echo(query, response, channel);
    return LARGE;
  }

  InetSocketAddress address() {
    return server.servedAddresses().getFirst();
  }

  List<InetSocketAddress> addresses() {
    return server.servedAddresses();
  }

  /** What the sockets are bound to, as text. */
  List<String> sockets() {
    return server.boundAddresses().stream().map(SocketText::of).toList();
  }

  static byte[] query(int id) {
    ByteBuffer query = ByteBuffer.allocate(17);
    query.putShort((short) id).putShort((short) 0).putShort((short) 1);
    return query.putShort(14, (short) 1).array();
  }

  Socket connect() throws IOException {
    return connect(address());
  }

  static Socket connect(InetSocketAddress address) throws IOException {
    Socket socket = new Socket(address.getAddress(), address.getPort());
    socket.setSoTimeout(TIMEOUT);
    return socket;
  }

  /** One whose system takes little that it has not read itself. */
  Socket connectSlowly() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.setSoTimeout(TIMEOUT);
    socket.connect(address());
    return socket;
  }

  /** Whether a new client gets an answer over TCP. */
  boolean serves() {
    return serves(address());
  }

  /** Whether a new client gets an answer over TCP from an address. */
  static boolean serves(InetSocketAddress address) {
    try (Socket socket = connect(address)) {
      send(socket, query(5));
      return id(receive(socket)) == 5;
    } catch (IOException e) {
      return false;
    }
  }

  static void send(Socket socket, byte[] message) throws IOException {
    socket.getOutputStream().write(framed(message));
  }

  static byte[] framed(byte[] message) {
    return ByteBuffer.allocate(message.length + 2)
        .putShort((short) message.length)
        .put(message)
        .array();
  }

  /** So many queries, one after the other, numbered from 0 on. */
  static byte[] pipeline(int count) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      all.writeBytes(framed(query(i)));
    }
    return all.toByteArray();
  }

  static byte[] receive(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    return in.readNBytes(in.readUnsignedShort());
  }

  static int id(byte[] message) {
    return ByteBuffer.wrap(message).getShort() & 0xffff;
  }

  /** Asks over UDP from an unconnected socket, so that the packet tells who answered. */
  static DatagramPacket ask(InetSocketAddress address, byte[] query) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, source(address))) {
      return ask(socket, address, query);
    }
  }

  static DatagramPacket ask(DatagramSocket socket, InetSocketAddress address, byte[] query)
      throws IOException {
    socket.setSoTimeout(TIMEOUT);
    socket.send(new DatagramPacket(query, query.length, address));
    DatagramPacket response = new DatagramPacket(new byte[4096], 4096);
    socket.receive(response);
    return response;
  }

  private static InetAddress source(InetSocketAddress address) throws IOException {
    return InetAddress.ofLiteral(
        address.getAddress().getAddress().length == 4 ? "127.0.0.1" : "::1");
  }

  /** Whether nobody listens there over TCP any more. */
  static boolean isRefused(InetSocketAddress address) throws IOException {
    try (Socket socket = connect(address)) {
      return !socket.isConnected();
    } catch (ConnectException e) {
      return true;
    }
  }

  /** Whether the server has closed the connection: end of stream or reset. */
  static boolean isClosed(Socket socket) {
    try {
      socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
