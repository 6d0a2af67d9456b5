package io.zonewright.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes on TCP connections of loopback, and can lose all that are open as a firewall does: both
 * sides go on believing in them.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int BUFFER = 16_384;

  private final ServerSocket listener;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();

  /** One connection of a client, and the one that belongs to it. */
  private static final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean lost;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }
  }

  private TcpProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /** Begins to pass on to a port of {@code 127.0.0.1}. */
  public static TcpProxy to(int target) {
    try {
      TcpProxy proxy =
          new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
      Thread.startVirtualThread(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens, on {@code 127.0.0.1}. */
  public int port() {
    return listener.getLocalPort();
  }

  /** From now on nothing is passed on of what is open, in neither direction; new ones work. */
  public void loseConnections() {
    links.forEach(link -> link.lost = true);
  }

  /** Breaks what is open, as a restart of the other side does; new ones work. */
  public void breakConnections() {
    links.forEach(
        link -> {
          closeQuietly(link.client);
          closeQuietly(link.server);
        });
  }

  /** Breaks what is open, and accepts no more. */
  @Override
  public void close() {
    closeQuietly(listener);
    breakConnections();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
        links.add(link);
        Thread.startVirtualThread(() -> pass(link, link.client, link.server));
        Thread.startVirtualThread(() -> pass(link, link.server, link.client));
      }
    } catch (IOException closed) {
      closeQuietly(listener);
    }
  }

  private static void pass(Link link, Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (!link.lost) {
          out.write(buffer, 0, length);
        }
      }
    } catch (IOException ended) {
      closeUnlessLost(link, from);
    }
    closeUnlessLost(link, to);
  }

  /** That one side has closed a lost connection is not heard by the other one either. */
  private static void closeUnlessLost(Link link, Socket socket) {
    if (!link.lost) {
      closeQuietly(socket);
    }
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
