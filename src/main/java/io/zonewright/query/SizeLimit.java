package io.zonewright.query;

import io.zonewright.dns.wire.EdnsQuery;

/**
 * How long a response may be.
 *
 * @param udpPayload the greatest datagram that this server sends, in octets
 */
record SizeLimit(int udpPayload) {
  private static final int CLASSIC_DATAGRAM = 512;
  private static final int STREAM_MESSAGE = 65_535;

  /** Sizes below 512 are treated as 512 (RFC 6891 section 6.2.3), as are queries without EDNS. */
  int of(EdnsQuery edns, boolean stream) {
    if (stream) {
      return STREAM_MESSAGE;
    }
    return ofDatagram(edns.payloadSize());
  }

  /** The same for a datagram, by the size that the client says it takes; 0 if it says none. */
  int ofDatagram(int payloadSize) {
    return Math.min(Math.max(payloadSize, CLASSIC_DATAGRAM), udpPayload);
  }
}
