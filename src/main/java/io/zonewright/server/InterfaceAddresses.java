package io.zonewright.server;

import io.zonewright.server.ListenAddress.Family;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.function.Predicate;

/** The addresses of the interfaces that are up, link-local ones with their scope. */
final class InterfaceAddresses {
  private InterfaceAddresses() {}

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
