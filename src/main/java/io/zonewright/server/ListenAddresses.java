package io.zonewright.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The listen addresses and the sockets that they stand for. */
final class ListenAddresses {
  /** Where a wildcard socket takes other addresses too, these must find it open. */
  private static final Comparator<InetSocketAddress> WILDCARDS_FIRST =
      Comparator.comparing(socket -> !socket.getAddress().isAnyLocalAddress());

  private final List<ListenAddress> wanted;
  private final Wildcards wildcards;

  ListenAddresses(List<ListenAddress> wanted, Wildcards wildcards) {
    this.wanted = new ArrayList<>(wanted);
    this.wildcards = wildcards;
  }

  /** How a port is found for a listen address that leaves it to the system. */
  interface PortChoice {
    /** Makes the choice. */
    int portFor(ListenAddress listen) throws ListenException;
  }

  /** Gives each its port. */
  void choosePorts(PortChoice choice) throws ListenException {
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).port() == 0) {
        wanted.set(i, wanted.get(i).withPort(choice.portFor(wanted.get(i))));
      }
    }
  }

  /** Whether the sockets to bind change with the addresses of the interfaces. */
  boolean followInterfaces() {
    return wildcards == Wildcards.ADDRESS_BY_ADDRESS && haveWildcard();
  }

  boolean haveWildcard() {
    return wanted.stream().anyMatch(ListenAddress::isWildcard);
  }

  /** Whether a socket is one that was named, not one that a wildcard stands for. */
  boolean name(InetSocketAddress socket) {
    return wanted.stream()
        .anyMatch(w -> w.port() == socket.getPort() && socket.getAddress().equals(w.address()));
  }

  /** The sockets to bind now, by their text. */
  Map<String, InetSocketAddress> sockets() throws ListenException {
    List<InetSocketAddress> all = new ArrayList<>();
    for (ListenAddress listen : wanted) {
      all.addAll(sockets(listen));
    }
    Map<String, InetSocketAddress> sockets = new LinkedHashMap<>();
    all.stream()
        .filter(socket -> !isTakenIn(socket, all))
        .sorted(WILDCARDS_FIRST)
        .forEach(socket -> sockets.putIfAbsent(SocketText.of(socket), socket));
    return sockets;
  }

  /** The sockets to bind for one of them. */
  List<InetSocketAddress> sockets(ListenAddress listen) throws ListenException {
    return addresses(listen).stream()
        .map(address -> new InetSocketAddress(address, listen.port()))
        .toList();
  }

  /** Whether a wildcard socket answers on the address of another one. */
  private static boolean isTakenIn(InetSocketAddress socket, Collection<InetSocketAddress> all) {
    return !socket.getAddress().isAnyLocalAddress()
        && all.stream()
            .filter(other -> other.getAddress().isAnyLocalAddress())
            .filter(other -> other.getAddress().getClass() == socket.getAddress().getClass())
            .anyMatch(other -> other.getPort() == socket.getPort());
  }

  private List<InetAddress> addresses(ListenAddress listen) throws ListenException {
    if (listen.address() != null) {
      return List.of(listen.address());
    }
    try {
      return wildcards.of(listen.family());
    } catch (SocketException e) {
      throw new ListenException("cannot list the interfaces of this host: " + e.getMessage());
    }
  }
}
