package io.zonewright.query;

import io.zonewright.dns.wire.Header;
import io.zonewright.dns.wire.OptWriter;
import io.zonewright.dns.wire.PlainQuery;
import io.zonewright.zone.catalog.Catalog;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Answers a query as the same one was answered before, as long as nothing that is served has
 * changed. What differs from client to client is written anew: the id, the flags that are copied,
 * the question in its case, and the OPT record.
 *
 * <p>Questions in lower case and others do not share answers. A name in a response that points at
 * the question has its case (RFC 4343 section 4.1), so that only an answer without such a name can
 * serve for questions of several cases.
 */
final class Shortcut {
  /** Returned if the query must be answered in full. */
  static final int NONE = 0;

  private static final int COPIED_FLAGS = Header.RD | Header.CD;
  private static final int KEPT_FLAGS = Header.AA | Header.RCODE_MASK;
  private static final int FLAGS = 2;
  private static final int COUNTS = 4;

  private final Foreseen foreseen;
  private final AnswerMemory memory;
  private final OptWriter opt;
  private final SizeLimit sizeLimit;
  private PlainQuery query;
  private long edition;
  private boolean plain;

  /** Written so that the compiler cannot leave out the reads that led to it. */
  @SuppressWarnings("UnusedVariable")
  private long touched;

  Shortcut(AnswerMemory memory, OptWriter opt, SizeLimit sizeLimit, int mostForeseen) {
    this.memory = memory;
    this.opt = opt;
    this.sizeLimit = sizeLimit;
    this.foreseen = new Foreseen(mostForeseen);
    this.query = foreseen.query();
  }

  /** Has the processor fetch what queries will need, while it would wait for each in turn. */
  void foresee(ByteBuffer[] packets, int count) {
    foreseen.read(packets, count);
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += memory.touchIndex(foreseen.hash(i));
    }
    for (int i = 0; i < count; i++) {
      sum += memory.touchEntry(foreseen.hash(i));
    }
    touched = sum;
  }

  /**
   * Answers a packet that came as a datagram.
   *
   * @return the length of the response, or {@link #NONE}
   */
  int answer(Catalog catalog, ByteBuffer packet, ByteBuffer out) {
    edition = catalog.edition();
    plain = foreseen.find(packet);
    query = foreseen.query();
    int entry = plain ? memory.find(query, edition) : AnswerMemory.NONE;
    if (entry == AnswerMemory.NONE || !fits(entry)) {
      return NONE;
    }
    return write(entry, packet, out);
  }

  private boolean fits(int entry) {
    return length(entry) <= sizeLimit.ofDatagram(query.payloadSize());
  }

  private int length(int entry) {
    int optLength = query.hasEdns() ? opt.plainLength() : 0;
    return query.questionEnd() + memory.tailLength(entry) + optLength;
  }

  private int write(int entry, ByteBuffer packet, ByteBuffer out) {
    int tail = query.questionEnd();
    out.order(ByteOrder.BIG_ENDIAN).put(0, packet, 0, tail);
    int flags = Header.QR | (query.flags() & COPIED_FLAGS) | memory.flags(entry);
    out.putShort(FLAGS, (short) flags);
    out.putLong(COUNTS, memory.counts(entry) + (query.hasEdns() ? 1 : 0));
    memory.copyTail(entry, query, out, tail);
    if (query.hasEdns()) {
      opt.writePlain(out, tail + memory.tailLength(entry), query.dnssecOk());
    }
    return length(entry);
  }

  /**
   * Keeps the response to the query that could not be answered just now.
   *
   * @param out holds the response, whole
   * @param recordsEnd where its records end, but for the OPT record
   * @param caseBound whether they depend on the case of the question
   */
  void remember(ByteBuffer out, int recordsEnd, boolean caseBound) {
    if (!plain || (caseBound && !query.isLowerCase())) {
      return;
    }
    int flags = out.getShort(FLAGS) & KEPT_FLAGS;
    long counts = out.getLong(COUNTS) - (query.hasEdns() ? 1 : 0);
    memory.put(query, edition, counts, flags, out, query.questionEnd(), recordsEnd);
  }
}
