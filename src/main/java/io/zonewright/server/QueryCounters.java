package io.zonewright.server;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ToLongFunction;

/**
 * Counts of queries by channel and response code, how long they took, and what is held for clients
 * of TCP.
 *
 * <p>Each worker writes a {@link Tally} of its own without locks or allocation; readers sum them,
 * and see each number either before or after a query.
 */
public final class QueryCounters {
  /** Response codes are counted from 0 to this; 23 is BADCOOKIE, the last one assigned. */
  public static final int MAX_RCODE = 23;

  /** Bucket {@code i} holds latencies below 2 to the power of {@code i} nanoseconds. */
  public static final int LATENCY_BUCKETS = 40;

  private static final int NANOS = 0;
  private static final int DROPPED = 1;
  private static final int FAILED = 2;
  private static final int SHED = 3;
  private static final int LOST = 4;
  private static final int TOTALS = 5;

  private final List<Tally> tallies = new CopyOnWriteArrayList<>();

  /** A tally for one more worker. */
  Tally newTally() {
    Tally tally = new Tally();
    tallies.add(tally);
    return tally;
  }

  /** Queries that got a response with this code. */
  public long responses(Channel channel, int rcode) {
    return sum(tally -> tally.of(channel).responses.get(rcode));
  }

  /** Queries that got a response. */
  public long responses() {
    return sum(Tally::responses);
  }

  /** Messages that got no response: too short, themselves responses, or from port 0. */
  public long dropped(Channel channel) {
    return sum(tally -> tally.of(channel).totals.get(DROPPED));
  }

  /** Messages on which the handler threw, which is a bug of ours. */
  public long failures(Channel channel) {
    return sum(tally -> tally.of(channel).totals.get(FAILED));
  }

  /**
   * Responses over UDP that the system did not take: a full send buffer, a client without route.
   */
  public long lost(Channel channel) {
    return sum(tally -> tally.of(channel).totals.get(LOST));
  }

  /** Connections that were closed because too much was held for all clients together. */
  public long shed(Channel channel) {
    return sum(tally -> tally.of(channel).totals.get(SHED));
  }

  /** The octets that are held for clients of TCP now: unanswered queries and unsent responses. */
  public long held() {
    return sum(tally -> tally.held.get());
  }

  /** Queries whose response was ready in less than 2^bucket and not less than 2^(bucket-1) ns. */
  public long latencies(Channel channel, int bucket) {
    return sum(tally -> tally.of(channel).latencies.get(bucket));
  }

  /** The sum of these latencies in nanoseconds. */
  public long latencySum(Channel channel) {
    return sum(tally -> tally.of(channel).totals.get(NANOS));
  }

  private long sum(ToLongFunction<Tally> count) {
    return tallies.stream().mapToLong(count).sum();
  }

  /** The counts of one worker; only that one writes. */
  static final class Tally {
    private final Map<Channel, Counts> byChannel = new EnumMap<>(Channel.class);
    private final AtomicLong held = new AtomicLong();

    private Tally() {
      for (Channel channel : Channel.values()) {
        byChannel.put(channel, new Counts());
      }
    }

    void answered(Channel channel, int rcode) {
      add(of(channel).responses, Math.min(rcode, MAX_RCODE), 1);
    }

    /** So many responses were ready after so long. */
    void took(Channel channel, int responses, long nanos) {
      Counts counts = of(channel);
      add(counts.latencies, bucket(nanos), responses);
      add(counts.totals, NANOS, responses * nanos);
    }

    void dropped(Channel channel) {
      add(of(channel).totals, DROPPED, 1);
    }

    void failed(Channel channel) {
      add(of(channel).totals, FAILED, 1);
    }

    void lost(Channel channel, int responses) {
      add(of(channel).totals, LOST, responses);
    }

    void shed(Channel channel) {
      add(of(channel).totals, SHED, 1);
    }

    void held(long octets) {
      held.setOpaque(octets);
    }

    private long responses() {
      long all = 0;
      for (Counts counts : byChannel.values()) {
        for (int rcode = 0; rcode <= MAX_RCODE; rcode++) {
          all += counts.responses.get(rcode);
        }
      }
      return all;
    }

    private Counts of(Channel channel) {
      return Objects.requireNonNull(byChannel.get(channel));
    }

    /** With one writer this costs what a plain array costs, and readers never see half of it. */
    private static void add(AtomicLongArray counts, int index, long amount) {
      counts.setOpaque(index, counts.getPlain(index) + amount);
    }

    private static int bucket(long nanos) {
      return Math.min(Long.SIZE - Long.numberOfLeadingZeros(nanos), LATENCY_BUCKETS - 1);
    }
  }

  private static final class Counts {
    private final AtomicLongArray responses = new AtomicLongArray(MAX_RCODE + 1);
    private final AtomicLongArray latencies = new AtomicLongArray(LATENCY_BUCKETS);
    private final AtomicLongArray totals = new AtomicLongArray(TOTALS);
  }
}
