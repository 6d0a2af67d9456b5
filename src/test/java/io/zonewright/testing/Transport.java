package io.zonewright.testing;

import java.net.InetAddress;

/** The four ways by which a client on this machine can ask. */
public enum Transport {
  /** UDP over IPv4. */
  UDP4("127.0.0.1", false),
  /** UDP over IPv6. */
  UDP6("::1", false),
  /** TCP over IPv4. */
  TCP4("127.0.0.1", true),
  /** TCP over IPv6. */
  TCP6("::1", true);

  private final String host;
  private final boolean tcp;

  Transport(String host, boolean tcp) {
    this.host = host;
    this.tcp = tcp;
  }

  /** The loopback address of its family. */
  public InetAddress address() {
    return InetAddress.ofLiteral(host);
  }

  /** The loopback address of its family, as a command line takes it. */
  public String host() {
    return host;
  }

  /** Whether it is a stream. */
  public boolean isTcp() {
    return tcp;
  }
}
