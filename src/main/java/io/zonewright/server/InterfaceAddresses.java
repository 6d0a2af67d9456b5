package io.zonewright.server;

import io.zonewright.server.ListenAddress.Family;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The addresses of the interfaces that are up, link-local ones with their scope. */
final class InterfaceAddresses {
  private static final Logger LOG = Logger.getLogger(InterfaceAddresses.class.getName());

  private InterfaceAddresses() {}

  /** The sockets of its family that a wildcard stands for now; any other socket is itself. */
  static Stream<InetSocketAddress> takenInBy(InetSocketAddress socket) {
    if (!socket.getAddress().isAnyLocalAddress()) {
      return Stream.of(socket);
    }
    try {
      return of(Family.of(socket.getAddress())).stream()
          .map(address -> new InetSocketAddress(address, socket.getPort()));
    } catch (SocketException e) {
      LOG.log(Level.FINE, "the interfaces could not be listed", e);
      return Stream.empty();
    }
  }

  static List<InetAddress> of(Family family) throws SocketException {
    return NetworkInterface.networkInterfaces()
        .filter(InterfaceAddresses::isUp)
        .flatMap(NetworkInterface::inetAddresses)
        .filter(family::holds)
        .filter(Predicate.not(InetAddress::isMulticastAddress))
        .toList();
  }

  private static boolean isUp(NetworkInterface candidate) {
    try {
      return candidate.isUp();
    } catch (SocketException e) {
      return false;
    }
  }
}
