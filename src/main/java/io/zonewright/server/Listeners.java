package io.zonewright.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the sockets of all transports in line with the addresses that the listen addresses stand
 * for now. Used by one thread at a time.
 */
final class Listeners {
  private static final Logger LOG = Logger.getLogger(Listeners.class.getName());
  private static final int PORT_ATTEMPTS = 20;

  private final List<ListenAddress> wanted;
  private final Transport udp;
  private final Transport tcp;
  private final Map<String, InetSocketAddress> bound = new LinkedHashMap<>();

  Listeners(List<ListenAddress> wanted, Transport udp, Transport tcp) {
    this.wanted = new ArrayList<>(wanted);
    this.udp = udp;
    this.tcp = tcp;
  }

  List<InetSocketAddress> bound() {
    return List.copyOf(bound.values());
  }

  /** Binds everything for the first time. */
  void openAll() throws ListenException {
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).port() == 0) {
        wanted.set(i, wanted.get(i).withPort(choosePort(wanted.get(i))));
      }
    }
    for (Map.Entry<String, InetSocketAddress> entry : current().entrySet()) {
      if (!bound.containsKey(entry.getKey())) {
        openFirst(entry.getKey(), entry.getValue());
      }
    }
    if (bound.isEmpty()) {
      throw new ListenException(
          "cannot listen: no interface has an address of the family asked for");
    }
  }

  /** Opens what appeared and closes what went. */
  void rescan() {
    try {
      Map<String, InetSocketAddress> current = current();
      List<String> gone = bound.keySet().stream().filter(k -> !current.containsKey(k)).toList();
      gone.forEach(this::close);
      current.forEach(this::openLater);
    } catch (ListenException e) {
      LOG.log(Level.FINE, "the interfaces could not be listed", e);
    }
  }

  boolean hasWildcard() {
    return wanted.stream().anyMatch(ListenAddress::isWildcard);
  }

  /** One port that is free for UDP and TCP on every address that is meant; all are open then. */
  private int choosePort(ListenAddress listen) throws ListenException {
    for (int attempt = 1; ; attempt++) {
      int port = openOnFreePort(expand(listen).getFirst());
      try {
        openRest(listen.withPort(port));
        return port;
      } catch (ListenException e) {
        bound.values().stream()
            .filter(socket -> socket.getPort() == port)
            .map(SocketText::of)
            .toList()
            .forEach(this::close);
        if (attempt == PORT_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private int openOnFreePort(InetAddress address) throws ListenException {
    for (int attempt = 1; ; attempt++) {
      InetSocketAddress socket = udp.open(new InetSocketAddress(address, 0));
      try {
        tcp.open(socket);
        bound.put(SocketText.of(socket), socket);
        return socket.getPort();
      } catch (ListenException e) {
        udp.close(socket);
        if (attempt == PORT_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void openRest(ListenAddress listen) throws ListenException {
    for (InetAddress address : expand(listen)) {
      InetSocketAddress socket = new InetSocketAddress(address, listen.port());
      if (!bound.containsKey(SocketText.of(socket))) {
        openFirst(SocketText.of(socket), socket);
      }
    }
  }

  private void openFirst(String key, InetSocketAddress socket) throws ListenException {
    try {
      open(key, socket);
    } catch (ListenException e) {
      if (!e.isAddressAbsent() || isExplicit(socket)) {
        throw e;
      }
      // An address of a wildcard that is not usable yet, such as one being checked for duplicates.
      LOG.log(Level.INFO, "{0}; trying again later", e.getMessage());
    }
  }

  private boolean isExplicit(InetSocketAddress socket) {
    return wanted.stream()
        .anyMatch(w -> w.port() == socket.getPort() && socket.getAddress().equals(w.address()));
  }

  private void openLater(String key, InetSocketAddress socket) {
    if (bound.containsKey(key)) {
      return;
    }
    try {
      open(key, socket);
      LOG.log(Level.INFO, "listening on {0}, which appeared", key);
    } catch (ListenException e) {
      LOG.log(Level.FINE, "an address that appeared cannot be used yet", e);
    }
  }

  /** TCP first: it notices another process on the port, which shared UDP sockets would not. */
  private void open(String key, InetSocketAddress socket) throws ListenException {
    tcp.open(socket);
    try {
      udp.open(socket);
    } catch (ListenException e) {
      tcp.close(socket);
      throw e;
    }
    bound.put(key, socket);
  }

  private void close(String key) {
    InetSocketAddress socket = bound.remove(key);
    if (socket != null) {
      udp.close(socket);
      tcp.close(socket);
      LOG.log(Level.INFO, "no longer listening on {0}, which is gone", key);
    }
  }

  private Map<String, InetSocketAddress> current() throws ListenException {
    Map<String, InetSocketAddress> sockets = new LinkedHashMap<>();
    for (ListenAddress listen : wanted) {
      for (InetAddress address : expand(listen)) {
        InetSocketAddress socket = new InetSocketAddress(address, listen.port());
        sockets.putIfAbsent(SocketText.of(socket), socket);
      }
    }
    return sockets;
  }

  private static List<InetAddress> expand(ListenAddress listen) throws ListenException {
    if (listen.address() != null) {
      return List.of(listen.address());
    }
    try {
      return InterfaceAddresses.of(listen.family());
    } catch (SocketException e) {
      throw new ListenException("cannot list the interfaces of this host: " + e.getMessage());
    }
  }
}
