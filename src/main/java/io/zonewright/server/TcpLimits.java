package io.zonewright.server;

import java.time.Duration;

/**
 * What one process spends on TCP clients (RFC 7766 section 6).
 *
 * @param connections in all; at the limit the one that was idle the longest makes room
 * @param connectionsPerClient from one IPv4 address or one IPv6 network of 64 bits, which a single
 *     client has to itself; more are closed at once
 * @param idle closes a connection on which no whole message came for this long
 * @param messageBytes octets of one query, above which the connection is closed; a question fits
 *     into 300, and what is kept of a query that trickles in is bounded by this
 * @param bytesInFlight octets of responses that wait for the client to read, above which no more of
 *     its queries are answered
 * @param queriesInFlight responses that wait for the client to read, with the same effect
 * @param slowReader closes a connection that stays above these for this long
 * @param memory octets of queries and responses that are held for all clients together; above that
 *     the connection for which the most is held is closed
 */
public record TcpLimits(
    int connections,
    int connectionsPerClient,
    Duration idle,
    int messageBytes,
    int bytesInFlight,
    int queriesInFlight,
    Duration slowReader,
    long memory) {

  /** Where nobody said otherwise; a sixteenth of the memory that the chart gives. */
  private static final long DEFAULT_MEMORY = 64L << 20;

  private static final int SHORTEST_MESSAGE = 512;
  private static final int LONGEST_MESSAGE = 65535;

  /** Refuses limits that would let nothing through. */
  public TcpLimits {
    if (connections < 1 || connectionsPerClient < 1 || bytesInFlight < 1 || queriesInFlight < 1) {
      throw new IllegalArgumentException("TCP limits must be at least 1");
    }
    if (messageBytes < SHORTEST_MESSAGE || messageBytes > LONGEST_MESSAGE) {
      throw new IllegalArgumentException("messageBytes is between 512 and 65535: " + messageBytes);
    }
    if (!idle.isPositive() || !slowReader.isPositive()) {
      throw new IllegalArgumentException("TCP times must be longer than zero");
    }
  }

  /** Enough for busy resolvers behind one address, and bounded. */
  public static TcpLimits defaults() {
    return new TcpLimits(
        4096,
        256,
        Duration.ofSeconds(10),
        16 * 1024,
        64 * 1024,
        512,
        Duration.ofSeconds(5),
        DEFAULT_MEMORY);
  }

  /** The same with another bound for what is held for all. */
  public TcpLimits withMemory(long octets) {
    return new TcpLimits(
        connections,
        connectionsPerClient,
        idle,
        messageBytes,
        bytesInFlight,
        queriesInFlight,
        slowReader,
        octets);
  }
}
