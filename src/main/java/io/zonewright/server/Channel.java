package io.zonewright.server;

/** How a message came: transport and address family. */
public enum Channel {
  UDP_IPV4(false),
  UDP_IPV6(false),
  TCP_IPV4(true),
  TCP_IPV6(true);

  private final boolean stream;

  Channel(boolean stream) {
    this.stream = stream;
  }

  /**
   * Whether responses are bounded by 65535 octets alone, and are never truncated for a datagram.
   */
  public boolean isStream() {
    return stream;
  }
}
