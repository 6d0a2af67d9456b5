package io.zonewright.query;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * How queries are answered, apart from the zones.
 *
 * @param nsid the identity that clients may ask for (RFC 5001), at most 128 octets of UTF-8; empty
 *     to have none
 * @param udpPayload the greatest datagram sent or announced, in octets, from 512 to 4096
 * @param chainLimit how many aliases (CNAME, DNAME) one answer follows at most, at least 1
 * @param answerMemory how many octets of answers an engine keeps at most, a power of two, at least
 *     262144
 */
public record QuerySettings(String nsid, int udpPayload, int chainLimit, int answerMemory) {
  /** What fits everywhere without fragments over either family (DNS flag day 2020). */
  public static final int DEFAULT_UDP_PAYLOAD = 1232;

  private static final int DEFAULT_CHAIN_LIMIT = 16;
  private static final int LONGEST_NSID = 128;
  private static final int LEAST_ANSWER_MEMORY = 1 << 18;
  private static final int MOST_ANSWER_MEMORY = 1 << 25;

  /** What all engines together keep is at most this part of the heap. */
  private static final int PART_OF_HEAP = 16;

  /** Checks the ranges. */
  public QuerySettings {
    if (udpPayload < 512 || udpPayload > 4096) {
      throw new IllegalArgumentException("udpPayload is between 512 and 4096: " + udpPayload);
    }
    if (chainLimit < 1) {
      throw new IllegalArgumentException("chainLimit is at least 1: " + chainLimit);
    }
    if (nsid.getBytes(UTF_8).length > LONGEST_NSID) {
      throw new IllegalArgumentException("nsid has at most 128 octets in UTF-8: " + nsid);
    }
    if (answerMemory < LEAST_ANSWER_MEMORY || Integer.bitCount(answerMemory) != 1) {
      throw new IllegalArgumentException(
          "answerMemory is a power of two from 262144 on: " + answerMemory);
    }
  }

  /**
   * No identity, datagrams of 1232 octets, 16 aliases, memory by the size of the heap.
   *
   * @param engines how many answer datagrams and share that memory
   */
  public static QuerySettings defaults(int engines) {
    int memory = answerMemory(Runtime.getRuntime().maxMemory(), engines);
    return new QuerySettings("", DEFAULT_UDP_PAYLOAD, DEFAULT_CHAIN_LIMIT, memory);
  }

  /** The same for one engine that answers datagrams. */
  public static QuerySettings defaults() {
    return defaults(1);
  }

  static int answerMemory(long heap, int engines) {
    long share = heap / PART_OF_HEAP / engines;
    long withoutIndex = share - share / 9; // AnswerIndex takes an octet for eight
    return Math.clamp(Long.highestOneBit(withoutIndex), LEAST_ANSWER_MEMORY, MOST_ANSWER_MEMORY);
  }

  /** These settings with another identity. */
  public QuerySettings withNsid(String identity) {
    return new QuerySettings(identity, udpPayload, chainLimit, answerMemory);
  }
}
