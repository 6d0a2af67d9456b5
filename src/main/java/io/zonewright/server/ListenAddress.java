package io.zonewright.server;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address to listen on, or a wildcard that stands for every address of the interfaces.
 *
 * @param family the families that a wildcard stands for, or the one of the address
 * @param address null for a wildcard
 * @param port 0 lets the system choose one
 */
public record ListenAddress(Family family, @Nullable InetAddress address, int port) {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final int MAX_PORT = 65535;

  /** Which of the two address families. */
  public enum Family {
    IPV4,
    IPV6,
    BOTH;

    /** The one of an address. */
    static Family of(InetAddress address) {
      return address instanceof Inet6Address ? IPV6 : IPV4;
    }

    /** Whether an address is of this family. */
    boolean holds(InetAddress address) {
      return this == BOTH || this == of(address);
    }
  }

  /**
   * Reads {@code 127.0.0.1:5300}, {@code [::1]:5300}, {@code [fe80::1%eth0]:5300}, or the wildcards
   * {@code 0.0.0.0:5300}, {@code [::]:5300} and {@code :5300} (both families).
   *
   * @throws IllegalArgumentException with one sentence for the user
   */
  public static ListenAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw refuse(text, "has no port; write address:port, such as 127.0.0.1:5300 or [::1]:5300");
    }
    int port = port(text, text.substring(colon + 1));
    String host = text.substring(0, colon);
    return host.isEmpty()
        ? new ListenAddress(Family.BOTH, null, port)
        : of(address(text, host), port);
  }

  private static ListenAddress of(InetAddress address, int port) {
    InetAddress named = address.isAnyLocalAddress() ? null : address;
    return new ListenAddress(Family.of(address), named, port);
  }

  private static int port(String text, String digits) {
    try {
      int port = Integer.parseInt(digits);
      if (port >= 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Refused below like a port out of range.
    }
    throw refuse(text, "has no valid port after the last colon; write a number from 0 to 65535");
  }

  private static InetAddress address(String text, String host) {
    if (host.startsWith("[") && host.endsWith("]")) {
      return ipv6(text, host.substring(1, host.length() - 1));
    }
    if (IPV4.matcher(host).matches()) {
      return ipv4(text, host);
    }
    if (host.indexOf(':') >= 0) {
      throw refuse(text, "has an IPv6 address without brackets; write [::1]:5300");
    }
    throw refuse(text, "does not begin with an IP address; names are not resolved");
  }

  private static InetAddress ipv4(String text, String literal) {
    try {
      return Inet4Address.ofLiteral(literal);
    } catch (IllegalArgumentException e) {
      throw refuse(text, "has no valid IPv4 address; write four numbers from 0 to 255");
    }
  }

  private static InetAddress ipv6(String text, String literal) {
    try {
      if (Inet6Address.ofLiteral(literal) instanceof Inet6Address address) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Refused below like an IPv4-mapped address.
    }
    throw refuse(text, "has no valid IPv6 address (or names no interface here) in its brackets");
  }

  private static IllegalArgumentException refuse(String text, String why) {
    return new IllegalArgumentException("the listen address '" + text + "' " + why);
  }

  /** Whether it stands for every address of its family. */
  public boolean isWildcard() {
    return address == null;
  }

  /** The same with another port. */
  ListenAddress withPort(int other) {
    return new ListenAddress(family, address, other);
  }

  @Override
  public String toString() {
    return (address == null ? wildcard() : SocketText.host(address)) + ":" + port;
  }

  private String wildcard() {
    return switch (family) {
      case IPV4 -> "0.0.0.0";
      case IPV6 -> "[::]";
      case BOTH -> "";
    };
  }
}
