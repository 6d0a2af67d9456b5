package io.zonewright.server;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Socket addresses as users write them: {@code 127.0.0.1:53}, {@code [::1]:53}. The text is also
 * what tells two of them apart, because {@code Inet6Address.equals} ignores the scope.
 */
public final class SocketText {
  private SocketText() {}

  /** The address (RFC 5952), bracketed if IPv6, a colon and the port; a scope is kept. */
  public static String of(InetSocketAddress socket) {
    return host(socket.getAddress()) + ":" + socket.getPort();
  }

  /** The address alone, bracketed if IPv6. */
  static String host(InetAddress address) {
    if (!(address instanceof Inet6Address ipv6)) {
      return address.getHostAddress();
    }
    int scope = ipv6.getHostAddress().indexOf('%');
    String zone = scope < 0 ? "" : ipv6.getHostAddress().substring(scope);
    return "[" + NetUtil.toAddressString(ipv6) + zone + "]";
  }
}
