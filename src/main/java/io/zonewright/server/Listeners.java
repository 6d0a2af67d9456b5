package io.zonewright.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
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

  private final ListenAddresses wanted;
  private final Transport udp;
  private final Transport tcp;
  private final Map<String, InetSocketAddress> bound = new LinkedHashMap<>();

  private Listeners(ListenAddresses wanted, Transport udp, Transport tcp) {
    this.wanted = wanted;
    this.udp = udp;
    this.tcp = tcp;
  }

  /**
   * Binds everything, wildcards in the given way. Where a whole wildcard cannot be had because one
   * of its addresses is in use, such as 127.0.0.53 by a resolver, the rest of them may still be.
   */
  static Listeners open(
      List<ListenAddress> wanted, Wildcards wildcards, Transport udp, Transport tcp)
      throws ListenException {
    Listeners listeners = new Listeners(new ListenAddresses(wanted, wildcards), udp, tcp);
    try {
      listeners.openAll();
      return listeners;
    } catch (ListenException e) {
      listeners.closeAll();
      if (wildcards != Wildcards.AS_ONE || !e.isInUse() || !listeners.wanted.haveWildcard()) {
        throw e;
      }
      Listeners each = open(wanted, Wildcards.ADDRESS_BY_ADDRESS, udp, tcp);
      LOG.log(
          Level.INFO, "{0}; listening on each address of the interfaces instead", e.getMessage());
      return each;
    }
  }

  List<InetSocketAddress> bound() {
    return List.copyOf(bound.values());
  }

  /** Whether {@link #rescan} is of use. */
  boolean followInterfaces() {
    return wanted.followInterfaces();
  }

  private void openAll() throws ListenException {
    wanted.choosePorts(this::choosePort);
    openAll(wanted.sockets());
    if (bound.isEmpty()) {
      throw noAddress();
    }
  }

  private static ListenException noAddress() {
    return new ListenException(
        "cannot listen: no interface has an address of the family asked for");
  }

  private void openAll(Map<String, InetSocketAddress> sockets) throws ListenException {
    for (Map.Entry<String, InetSocketAddress> entry : sockets.entrySet()) {
      if (!bound.containsKey(entry.getKey())) {
        openFirst(entry.getKey(), entry.getValue());
      }
    }
  }

  /** Opens what appeared and closes what went. */
  void rescan() {
    try {
      Map<String, InetSocketAddress> current = wanted.sockets();
      List<String> gone = bound.keySet().stream().filter(k -> !current.containsKey(k)).toList();
      gone.forEach(this::closeGone);
      current.forEach(this::openLater);
    } catch (ListenException e) {
      LOG.log(Level.FINE, "the interfaces could not be listed", e);
    }
  }

  /** One port that is free for UDP and TCP on every address that is meant; all are open then. */
  private int choosePort(ListenAddress listen) throws ListenException {
    List<InetSocketAddress> sockets = wanted.sockets(listen);
    if (sockets.isEmpty()) {
      throw noAddress();
    }
    for (int attempt = 1; ; attempt++) {
      int port = openOnFreePort(sockets.getFirst().getAddress());
      try {
        for (InetSocketAddress socket : wanted.sockets(listen.withPort(port))) {
          if (!bound.containsKey(SocketText.of(socket))) {
            openFirst(SocketText.of(socket), socket);
          }
        }
        return port;
      } catch (ListenException e) {
        closePort(port);
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

  private void openFirst(String key, InetSocketAddress socket) throws ListenException {
    try {
      open(key, socket);
    } catch (ListenException e) {
      if (!e.isAddressAbsent() || wanted.name(socket)) {
        throw e;
      }
      // An address of a wildcard that is not usable yet, such as one being checked for duplicates.
      LOG.log(Level.INFO, "{0}; trying again later", e.getMessage());
    }
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

  private void closeGone(String key) {
    close(key);
    LOG.log(Level.INFO, "no longer listening on {0}, which is gone", key);
  }

  private void closePort(int port) {
    bound().stream().filter(s -> s.getPort() == port).map(SocketText::of).forEach(this::close);
  }

  private void closeAll() {
    List.copyOf(bound.keySet()).forEach(this::close);
  }

  private void close(String key) {
    InetSocketAddress socket = bound.remove(key);
    if (socket != null) {
      udp.close(socket);
      tcp.close(socket);
    }
  }
}
