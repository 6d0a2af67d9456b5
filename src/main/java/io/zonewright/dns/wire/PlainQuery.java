package io.zonewright.dns.wire;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A query of the form that nearly all have: one question of class IN, and nothing else but perhaps
 * an OPT record without options. It is read eight octets at a time, and whatever is not of this
 * form, malformed or not, is left to {@link QueryReader}. For one thread.
 */
public final class PlainQuery {
  private static final VarHandle WORD =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The counts of the header, as one word: one question, and then at most one record. */
  private static final long ONE_QUESTION = 0x0001_0000_0000_0000L;

  private static final int UNEXPECTED_FLAGS = 0xffff & ~(Header.RD | Header.CD | Header.AD);
  private static final int CLASS_IN = 1;
  private static final int QUESTION_FIXED_LENGTH = 4;

  private static final int WORD_LENGTH = Long.BYTES;
  private static final long MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;

  private final long[] words = new long[DomainName.MAX_WIRE_LENGTH / WORD_LENGTH + 1];
  private int flags;
  private int nameLength;
  private int type;
  private boolean edns;
  private boolean dnssecOk;
  private int payloadSize;
  private boolean lowerCase;
  private long hash;

  /** An empty query, to be read into. */
  public PlainQuery() {}

  /**
   * Reads a packet from position 0 to its limit. Octets beyond the limit are looked at, but do not
   * matter.
   *
   * @return whether it is of the plain form; this object is undefined if not
   */
  public boolean read(ByteBuffer packet) {
    int end = packet.limit();
    if (end < Header.LENGTH || packet.position() != 0 || packet.capacity() < end + WORD_LENGTH) {
      return false;
    }
    packet.limit(packet.capacity()).order(ByteOrder.BIG_ENDIAN);
    boolean plain = readHeader(packet) && readName(packet, end) && readRest(packet, end);
    if (plain) {
      foldName(packet);
    }
    packet.limit(end);
    return plain;
  }

  private boolean readHeader(ByteBuffer packet) {
    flags = packet.getShort(Header.FLAGS) & 0xffff;
    long counts = packet.getLong(Header.QUESTIONS);
    edns = counts == (ONE_QUESTION | 1);
    return (flags & UNEXPECTED_FLAGS) == 0 && (counts == ONE_QUESTION || edns);
  }

  private boolean readName(ByteBuffer packet, int end) {
    int at = Header.LENGTH;
    int last = Math.min(end, Header.LENGTH + DomainName.MAX_WIRE_LENGTH);
    while (at < last) {
      int length = packet.get(at);
      at += length + 1;
      if (length == 0) {
        nameLength = at - Header.LENGTH;
        return true;
      }
      if (length < 0 || length > DomainName.MAX_LABEL_LENGTH) {
        return false;
      }
    }
    return false;
  }

  private boolean readRest(ByteBuffer packet, int end) {
    int at = questionEnd() - QUESTION_FIXED_LENGTH;
    if (questionEnd() + (edns ? OptWriter.FIXED_LENGTH : 0) != end) {
      return false;
    }
    type = packet.getShort(at) & 0xffff;
    return packet.getShort(at + 2) == CLASS_IN && (!edns || readOpt(packet, questionEnd()));
  }

  /** Of version 0 and without options; flags other than DO are ignored (RFC 6891 section 6.1.4). */
  private boolean readOpt(ByteBuffer packet, int at) {
    payloadSize = packet.getShort(at + 3) & 0xffff;
    dnssecOk = (packet.getShort(at + 7) & EdnsQuery.DNSSEC_OK) != 0;
    return packet.get(at) == 0
        && packet.getShort(at + 1) == RRType.OPT
        && packet.get(at + 6) == 0
        && packet.getShort(at + 9) == 0;
  }

  private void foldName(ByteBuffer packet) {
    long mixed = type;
    long changed = 0;
    int count = wordCount();
    for (int i = 0; i < count; i++) {
      long word = (long) WORD.get(packet, Header.LENGTH + i * WORD_LENGTH);
      if (i == count - 1) {
        word &= -1L >>> ((count * WORD_LENGTH - nameLength) * Byte.SIZE);
      }
      long folded = fold(word);
      changed |= folded ^ word;
      words[i] = folded;
      mixed = (mixed ^ folded) * MULTIPLIER;
      mixed ^= mixed >>> 29;
    }
    lowerCase = changed == 0;
    hash = (lowerCase ? mixed : ~mixed) * MULTIPLIER;
  }

  /**
   * Folds eight octets to lower case at once. Each octet's high bit is computed to tell whether it
   * is between A and Z, and is then moved to where capital and small letters differ. Length octets
   * of labels are below A.
   */
  static long fold(long word) {
    long low = word & 0x7f7f_7f7f_7f7f_7f7fL;
    long fromA = low + 0x3f3f_3f3f_3f3f_3f3fL;
    long beyondZ = low + 0x2525_2525_2525_2525L;
    long capital = (fromA & ~beyondZ & ~word) & 0x8080_8080_8080_8080L;
    return word | capital >>> 2;
  }

  /** The flags of the header, of which only RD, AD and CD can be set. */
  public int flags() {
    return flags;
  }

  /** The type asked. */
  public int type() {
    return type;
  }

  /** The octets of the name with the root label. */
  public int nameLength() {
    return nameLength;
  }

  /** The number of words that hold the name. */
  public int wordCount() {
    return (nameLength + WORD_LENGTH - 1) / WORD_LENGTH;
  }

  /** Eight octets of the name in lower case, zeros behind its end; the first one lowest. */
  public long word(int index) {
    return words[index];
  }

  /** Whether the name was asked in lower case. */
  public boolean isLowerCase() {
    return lowerCase;
  }

  /** Where the question ends in the packet, and in a response to it. */
  public int questionEnd() {
    return Header.LENGTH + nameLength + QUESTION_FIXED_LENGTH;
  }

  /** Whether there is an OPT record. */
  public boolean hasEdns() {
    return edns;
  }

  /** The DO bit of the OPT record, if there is one. */
  public boolean dnssecOk() {
    return edns && dnssecOk;
  }

  /** The greatest datagram that the client takes, as it says; 0 without an OPT record. */
  public int payloadSize() {
    return edns ? payloadSize : 0;
  }

  /** A hash of the name in lower case, of whether it was asked so, and of the type. */
  public long hash() {
    return hash;
  }
}
