package io.zonewright.server;

import java.util.ArrayList;
import java.util.List;

/**
 * How much the system holds for each UDP socket before it drops packets.
 *
 * @param receive octets of packets that no worker has read yet
 * @param send octets of packets that have not left yet
 */
public record UdpBuffers(int receive, int send) {
  /** Before a socket is bound. */
  static final UdpBuffers NONE = new UdpBuffers(0, 0);

  /** Says so, and how more can be had if less was granted than asked for. */
  String report(int asked) {
    String granted =
        "each UDP socket holds up to %d octets of queries and %d of responses"
            .formatted(receive, send);
    List<String> limits = new ArrayList<>();
    if (receive < asked) {
      limits.add("net.core.rmem_max");
    }
    if (send < asked) {
      limits.add("net.core.wmem_max");
    }
    return limits.isEmpty()
        ? granted
        : granted
            + ", less than the %d asked for; raise %s to lose fewer in a burst"
                .formatted(asked, String.join(" and ", limits));
  }
}
