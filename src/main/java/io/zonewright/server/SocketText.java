package io.zonewright.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Socket addresses as users write them: {@code 127.0.0.1:53}, {@code [::1]:53}. The text is also
 * what tells two of them apart, because {@code Inet6Address.equals} ignores the scope.
 */
public final class SocketText {
  private SocketText() {}

  /** The address, bracketed if IPv6, a colon and the port; a scope is kept. */
  public static String of(InetSocketAddress socket) {
    InetAddress address = socket.getAddress();
    String host = address.getHostAddress();
    return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + socket.getPort();
  }
}
