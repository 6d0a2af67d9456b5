package io.zonewright.query;

import io.zonewright.dns.wire.PlainQuery;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What follows the question in responses given before, by name, type, and whether the name was
 * asked in lower case. For one thread.
 *
 * <p>The oldest answers make room for new ones: they lie one behind the other in an array that is
 * written round and round, and {@link AnswerIndex} knows where. Each is a head of four words, the
 * name asked, and the octets. One is found again only in the edition of the catalog in which it was
 * put there.
 */
final class AnswerMemory {
  /** Returned if nothing is known. */
  static final int NONE = -1;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WORD_LENGTH = Long.BYTES;

  // The four words of the head.
  private static final int KEY = 0;
  private static final int EDITION = 8;
  private static final int COUNTS = 16;
  private static final int FLAGS_AND_LENGTH = 24;
  private static final int NAME = 32;

  /** A longer one is rare, and not worth its room. */
  private static final int LONGEST_TAIL = 1024;

  private static final int LONGEST_ENTRY = NAME + 256 + LONGEST_TAIL;
  private static final int FIRST_CAPACITY = 1 << 18;
  private static final byte[] NOTHING = {};

  private final int maxCapacity;
  private final long lastPosition;
  private byte[] octets = NOTHING;
  private AnswerIndex index = new AnswerIndex(0);
  private long end;

  /**
   * Makes an empty memory.
   *
   * @param maxCapacity octets, a power of two
   */
  AnswerMemory(int maxCapacity) {
    this(maxCapacity, AnswerIndex.LAST_POSITION);
  }

  /** The same, which begins anew after another position. */
  AnswerMemory(int maxCapacity, long lastPosition) {
    this.maxCapacity = maxCapacity;
    this.lastPosition = lastPosition;
  }

  /** Touches what {@link #find} will read, and returns something that depends on it. */
  long touchIndex(long hash) {
    return index.touch(hash);
  }

  /** Touches the entry itself, so that the processor fetches many of them at a time. */
  long touchEntry(long hash) {
    long position = index.firstMatch(hash);
    return position == AnswerIndex.NONE ? 0 : (long) WORD.get(octets, at(position));
  }

  /** Where the entry of a query is, or {@link #NONE}. */
  int find(PlainQuery query, long edition) {
    long key = key(query);
    for (int way = 0; way < AnswerIndex.WAYS; way++) {
      long position = index.match(query.hash(), way);
      if (position != AnswerIndex.NONE && position >= end - octets.length) {
        int at = at(position);
        if ((long) WORD.get(octets, at + KEY) == key && isOf(query, at)) {
          return (long) WORD.get(octets, at + EDITION) == edition ? at : NONE;
        }
      }
    }
    return NONE;
  }

  private static long key(PlainQuery query) {
    int name = query.nameLength() << 1 | (query.isLowerCase() ? 1 : 0);
    return query.hash() << Integer.SIZE | (long) query.type() << Short.SIZE | name;
  }

  private boolean isOf(PlainQuery query, int at) {
    int count = query.wordCount();
    for (int i = 0; i < count; i++) {
      if ((long) WORD.get(octets, at + NAME + i * WORD_LENGTH) != query.word(i)) {
        return false;
      }
    }
    return true;
  }

  private int at(long position) {
    return (int) position & (octets.length - 1);
  }

  /** What was kept with an entry. */
  long counts(int entry) {
    return (long) WORD.get(octets, entry + COUNTS);
  }

  /** What was kept with an entry. */
  int flags(int entry) {
    return (int) ((long) WORD.get(octets, entry + FLAGS_AND_LENGTH) >>> Integer.SIZE);
  }

  /** The octets of an entry that follow the question. */
  int tailLength(int entry) {
    return (int) (long) WORD.get(octets, entry + FLAGS_AND_LENGTH);
  }

  /** Copies them. */
  void copyTail(int entry, PlainQuery query, ByteBuffer to, int at) {
    int from = entry + NAME + query.wordCount() * WORD_LENGTH;
    to.put(at, octets, from, tailLength(entry));
  }

  /**
   * Keeps an answer to a query.
   *
   * @param message holds the octets that follow the question, from {@code tail} to {@code tailEnd}
   */
  void put(
      PlainQuery query,
      long edition,
      long counts,
      int flags,
      ByteBuffer message,
      int tail,
      int tailEnd) {
    int length = tailEnd - tail;
    if (length > LONGEST_TAIL) {
      return;
    }
    int nameOctets = query.wordCount() * WORD_LENGTH;
    long position = reserve(NAME + nameOctets + length);
    int at = at(position);
    WORD.set(octets, at + KEY, key(query));
    WORD.set(octets, at + EDITION, edition);
    WORD.set(octets, at + COUNTS, counts);
    WORD.set(octets, at + FLAGS_AND_LENGTH, (long) flags << Integer.SIZE | length);
    for (int i = 0; i < query.wordCount(); i++) {
      WORD.set(octets, at + NAME + i * WORD_LENGTH, query.word(i));
    }
    message.get(tail, octets, at + NAME + nameOctets, length);
    index.put(query.hash(), position, end - octets.length);
  }

  /** Room in one piece at the end; nothing wraps around. */
  private long reserve(int length) {
    int size = (length + WORD_LENGTH - 1) & -WORD_LENGTH;
    if (end + LONGEST_ENTRY > octets.length && octets.length < maxCapacity) {
      beginAnew(Math.min(Math.max(FIRST_CAPACITY, octets.length * 2), maxCapacity));
    } else if (end + LONGEST_ENTRY > lastPosition) {
      beginAnew(octets.length);
    }
    int left = octets.length - at(end);
    long position = left < size ? end + left : end;
    end = position + size;
    return position;
  }

  /** What was known comes back by and by; its room is given back before other is taken. */
  private void beginAnew(int capacity) {
    end = 0;
    octets = NOTHING;
    index = new AnswerIndex(0);
    // In this order: without octets the next answer begins anew, if there was no memory now.
    index = new AnswerIndex(capacity);
    octets = new byte[capacity];
  }
}
