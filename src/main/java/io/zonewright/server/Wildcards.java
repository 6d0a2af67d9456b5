package io.zonewright.server;

import io.zonewright.server.ListenAddress.Family;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/** How sockets are bound for a wildcard among the listen addresses. */
enum Wildcards {
  /** One for all addresses of a family, also for those to come. */
  AS_ONE {
    @Override
    List<InetAddress> of(Family family) throws SocketException {
      List<InetAddress> present = InterfaceAddresses.of(family);
      return Stream.of("::", "0.0.0.0")
          .map(InetAddress::ofLiteral)
          .filter(any -> present.stream().anyMatch(each -> each.getClass() == any.getClass()))
          .toList();
    }
  },

  /** One for each address that an interface has now; what comes or goes is looked for. */
  ADDRESS_BY_ADDRESS {
    @Override
    List<InetAddress> of(Family family) throws SocketException {
      return InterfaceAddresses.of(family);
    }
  };

  /** The addresses to bind, none if the host has no address of the family now. */
  abstract List<InetAddress> of(Family family) throws SocketException;
}
