package io.zonewright.query;

import io.zonewright.dns.wire.PlainQuery;
import java.nio.ByteBuffer;

/** Packets that were read before their turn came, so that none is read twice. For one thread. */
final class Foreseen {
  private final ByteBuffer[] packets;
  private final PlainQuery[] queries;
  private final boolean[] plain;
  private final PlainQuery unforeseen = new PlainQuery();
  private PlainQuery query = unforeseen;
  private int count;
  private int next;

  Foreseen(int most) {
    packets = new ByteBuffer[most];
    queries = new PlainQuery[most];
    plain = new boolean[most];
    for (int i = 0; i < most; i++) {
      queries[i] = new PlainQuery();
    }
  }

  /** Reads packets, which will come in this order. */
  void read(ByteBuffer[] coming, int number) {
    for (int i = 0; i < number; i++) {
      packets[i] = coming[i];
      plain[i] = queries[i].read(coming[i]);
    }
    count = number;
    next = 0;
  }

  /** The hash of a packet that was read, 0 if it is not of the plain form. */
  long hash(int index) {
    return plain[index] ? queries[index].hash() : 0;
  }

  /**
   * Finds a packet among those to come, or reads it.
   *
   * @return whether it is of the plain form, as {@link #query} then has it
   */
  @SuppressWarnings("ReferenceEquality") // Another buffer with the same octets is another packet.
  boolean find(ByteBuffer packet) {
    while (next < count) {
      int index = next++;
      if (packets[index] == packet) {
        query = queries[index];
        return plain[index];
      }
    }
    query = unforeseen;
    return query.read(packet);
  }

  /** What was found last. */
  PlainQuery query() {
    return query;
  }
}
