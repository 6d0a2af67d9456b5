package io.zonewright.operator.status;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jboss.logging.Logger;

/** One connection to a server, for one message at a time (RFC 1035 section 4.2.2). */
final class TcpClientConnection {
  private static final Logger LOG = Logger.getLogger(TcpClientConnection.class);
  private static final int LENGTH_FIELD = 2;

  private final InetSocketAddress server;
  private final Socket socket;
  private long lastUse = System.nanoTime();

  private TcpClientConnection(InetSocketAddress server, Socket socket) {
    this.server = server;
    this.socket = socket;
  }

  static TcpClientConnection open(InetSocketAddress server) throws IOException {
    Socket socket = new Socket();
    TcpClientConnection connection = new TcpClientConnection(server, socket);
    try {
      socket.connect(server, Exchange.TIMEOUT_MILLIS);
      return connection;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  boolean isTo(InetSocketAddress other) {
    return server.equals(other);
  }

  Duration idleTime() {
    return Duration.ofNanos(System.nanoTime() - lastUse);
  }

  ByteBuffer send(byte[] message) throws IOException {
    lastUse = System.nanoTime();
    ByteBuffer framed = ByteBuffer.allocate(LENGTH_FIELD + message.length);
    framed.putShort((short) message.length).put(message);
    socket.getOutputStream().write(framed.array());
    return ByteBuffer.wrap(
        read(Short.toUnsignedInt(ByteBuffer.wrap(read(LENGTH_FIELD)).getShort())));
  }

  /** The time is that of the whole response, however small the pieces in which it comes. */
  private byte[] read(int length) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] octets = new byte[length];
    int have = 0;
    while (have < length) {
      socket.setSoTimeout(remainingMillis());
      int more = in.read(octets, have, length - have);
      if (more < 0) {
        throw new EOFException("the server closed the connection");
      }
      have += more;
    }
    return octets;
  }

  private int remainingMillis() throws SocketTimeoutException {
    long remaining = Exchange.TIMEOUT_MILLIS - idleTime().toMillis();
    if (remaining <= 0) {
      throw new SocketTimeoutException("the response did not come in time");
    }
    return (int) remaining;
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debugf(e, "a connection to %s did not close", server);
    }
  }
}
