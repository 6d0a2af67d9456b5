package io.zonewright.server;

import io.zonewright.server.QueryCounters.Tally;
import java.nio.ByteBuffer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A handler with its counts, for one worker. What it throws never ends the worker. */
final class Answerer {
  private static final Logger LOG = Logger.getLogger(Answerer.class.getName());

  private final QueryHandler handler;
  private final Tally tally;
  private long start;
  private int answered;

  Answerer(QueryHandler.Factory factory, QueryCounters counters) {
    this.handler = factory.newHandler();
    this.tally = counters.newTally();
  }

  /**
   * Answers a message that came alone: the length of the response, or {@link QueryHandler#DROP}.
   */
  int answerAlone(ByteBuffer query, ByteBuffer response, Channel channel) {
    long start = System.nanoTime();
    int length = answer(query, response, channel);
    if (length != QueryHandler.DROP) {
      tally.took(channel, 1, System.nanoTime() - start);
    }
    return length;
  }

  /** Prepares to answer messages that came together; they are answered in their order next. */
  void foresee(ByteBuffer[] queries, int count) {
    start = System.nanoTime();
    answered = 0;
    try {
      handler.foresee(queries, count);
    } catch (RuntimeException | VirtualMachineError | AssertionError e) {
      LOG.log(Level.FINE, "a handler failed on messages to come", e);
    }
  }

  /** Answers one of them: the length of the response, or {@link QueryHandler#DROP}. */
  int answer(ByteBuffer query, ByteBuffer response, Channel channel) {
    response.clear();
    int length = handle(query, response, channel);
    int rcode = ResponseCode.of(response, length);
    if (rcode < 0) {
      tally.dropped(channel);
      return QueryHandler.DROP;
    }
    answered++;
    tally.answered(channel, rcode);
    return length;
  }

  /** All of them are answered. None leaves before the others, so that each took the same time. */
  void finish(Channel channel) {
    tally.took(channel, answered, System.nanoTime() - start);
  }

  /** Counts responses that could not be sent. */
  void lost(Channel channel, int responses) {
    if (responses > 0) {
      tally.lost(channel, responses);
    }
  }

  /** Counts a message that is not even shown to the handler. */
  void refuse(Channel channel) {
    tally.dropped(channel);
  }

  /** Tells how many octets are held for clients. */
  void held(long octets) {
    tally.held(octets);
  }

  /** Counts a connection that was closed because too much was held for all. */
  void shed(Channel channel) {
    tally.shed(channel);
  }

  private int handle(ByteBuffer query, ByteBuffer response, Channel channel) {
    try {
      return handler.handle(query, response, channel);
    } catch (RuntimeException | VirtualMachineError | AssertionError e) {
      // Memory that somebody else has used up, or a bug, which the counter shows. Never louder than
      // debug: anyone can send the packet again.
      tally.failed(channel);
      LOG.log(Level.FINE, "a query was dropped because its handler failed", e);
      return QueryHandler.DROP;
    }
  }
}
