package io.zonewright.server;

import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.vertx.core.impl.transports.JDKTransport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sockets on which Vert.x accepts connections. Vert.x would close one only together with the
 * connections that came by it; they must be able to finish.
 */
final class ListeningSockets extends JDKTransport {
  private final Set<ServerChannel> open = ConcurrentHashMap.newKeySet();

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    ChannelFactory<? extends ServerChannel> factory = super.serverChannelFactory(domainSocket);
    return () -> remember(factory.newChannel());
  }

  private ServerChannel remember(ServerChannel socket) {
    open.add(socket);
    socket.closeFuture().addListener(closed -> open.remove(socket));
    return socket;
  }

  /** Closes them all and waits for it. What was accepted by then goes on. */
  void close() {
    List.copyOf(open).forEach(socket -> socket.close().awaitUninterruptibly());
  }
}
