package io.zonewright.operator.status;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** One of the two families over which a zone has to be answered. */
public enum AddressFamily {
  IPV4("IPv4"),
  IPV6("IPv6");

  private final String text;

  AddressFamily(String text) {
    this.text = text;
  }

  /** Its name as people write it. */
  String text() {
    return text;
  }

  static AddressFamily of(InetAddress address) {
    return address instanceof Inet6Address ? IPV6 : IPV4;
  }

  /**
   * The families of listen addresses as they are configured. A link-local address counts for
   * nothing, because few clients can use it.
   *
   * @param listen such as {@code 0.0.0.0:53}, {@code [::]:53}, or {@code :53} for both families
   */
  public static Set<AddressFamily> configured(Collection<String> listen) {
    Set<AddressFamily> families = EnumSet.noneOf(AddressFamily.class);
    for (String address : listen) {
      if (address.startsWith(":")) {
        families.addAll(EnumSet.allOf(AddressFamily.class));
      } else if (!address.startsWith("[")) {
        families.add(IPV4);
      } else if (!address.startsWith("[fe80:")) {
        families.add(IPV6);
      }
    }
    return families;
  }

  /** Whether an interface of this host has an address of the family that is not link-local. */
  boolean isOnHost() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Predicate.not(InetAddress::isLinkLocalAddress))
          .anyMatch(address -> of(address) == this);
    } catch (SocketException e) {
      return false;
    }
  }
}
