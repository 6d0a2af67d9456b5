package io.zonewright.clients;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks the JDK for the addresses of a name; a program of its own, for {@link StubResolver}. */
final class JavaLookup {
  private JavaLookup() {}

  /** Writes an address a line; nothing if the name has none. */
  public static void main(String[] args) {
    try {
      for (InetAddress address : InetAddress.getAllByName(args[0])) {
        System.out.println(withoutZeros(address.getHostAddress()));
      }
    } catch (UnknownHostException absent) {
      // No line says so.
    }
  }

  /** Java writes {@code 2001:db8:0:0:0:0:0:1}. */
  private static String withoutZeros(String address) {
    return address.replaceFirst("(:0)+:", "::");
  }
}
