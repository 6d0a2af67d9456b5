package io.zonewright.operator.status;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Over TCP, on a connection that is kept for the next message (RFC 7766 section 6.2.1). There are
 * as many connections to a server as messages under way.
 */
final class TcpExchange implements Exchange {
  private final IdleConnections idle = new IdleConnections();

  @Override
  public ByteBuffer send(InetSocketAddress server, byte[] message) throws IOException {
    TcpClientConnection kept = idle.take(server);
    ByteBuffer response = kept == null ? null : sendOverKept(kept, message);
    return response == null ? sendOver(TcpClientConnection.open(server), message) : response;
  }

  /** Null if the server has closed the connection in the meantime, as it may at any time. */
  private @Nullable ByteBuffer sendOverKept(TcpClientConnection kept, byte[] message)
      throws SocketTimeoutException {
    try {
      return sendOver(kept, message);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException closed) {
      return null;
    }
  }

  private ByteBuffer sendOver(TcpClientConnection connection, byte[] message) throws IOException {
    try {
      ByteBuffer response = connection.send(message);
      idle.keep(connection);
      return response;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }
}
