package io.zonewright.server;

import java.nio.ByteBuffer;

/**
 * Answers one DNS message. The server's only view of what is served.
 *
 * <p>A handler may keep state between calls and is used by one thread at a time: each worker makes
 * one of its own from a {@link Factory}.
 */
@FunctionalInterface
public interface QueryHandler {
  /** What {@link #handle} returns when no response must be sent. */
  int DROP = 0;

  /**
   * Answers a message.
   *
   * @param query the message, from position to limit, untrusted; positions are the handler's to
   *     move
   * @param response where the response goes, from position 0 on; its capacity is at least 65535 for
   *     stream channels and at least 4096 for datagram channels
   * @param channel how the message came, which bounds the size of the response
   * @return the length of the response, or {@link #DROP}
   */
  int handle(ByteBuffer query, ByteBuffer response, Channel channel);

  /**
   * Tells which messages {@link #handle} will be called with next, in this order, so that what they
   * need can be fetched for all of them at once. Some may be left out, none may change until then.
   *
   * @param queries each from position 0 to its limit, untrusted; to be left as they are
   * @param count how many of them there are, at most 64
   */
  default void foresee(ByteBuffer[] queries, int count) {}

  /** Makes a handler for each worker. */
  @FunctionalInterface
  interface Factory {
    /** A new handler that shares no mutable state with others. */
    QueryHandler newHandler();
  }
}
