package io.zonewright.dns.wire;

import io.zonewright.dns.RRType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads an untrusted query. The whole message is walked once, so that what does not add up is found
 * (wrong counts, octets left over, misplaced OPT records); the work is bounded by its length.
 *
 * <p>Reading has two steps because a message of another opcode has another body.
 */
public final class QueryReader {
  private static final int QUESTION_FIXED_LENGTH = 4;
  private static final int RECORD_FIXED_LENGTH = 10;

  private final QueryMessage message;
  private ByteBuffer packet = ByteBuffer.allocate(0);
  private int start;
  private int at;
  private int end;

  /**
   * Makes a reader.
   *
   * @param message what is read goes there
   */
  public QueryReader(QueryMessage message) {
    this.message = message;
  }

  /**
   * Begins with a packet, from its position to its limit, and reads the header.
   *
   * @return false if the packet is too short to have one
   */
  public boolean readHeader(ByteBuffer bytes) {
    packet = bytes.order(ByteOrder.BIG_ENDIAN);
    start = bytes.position();
    end = bytes.limit();
    at = start + Header.LENGTH;
    if (at > end) {
      return false;
    }
    message.beginHeader(u16(start), u16(start + Header.FLAGS), u16(start + Header.QUESTIONS));
    return true;
  }

  /**
   * Reads everything after the header of a query with at most one question (RFC 9619).
   *
   * @return whether the message is well-formed; the question and the OPT record are known as far as
   *     they were read. Options have a verdict of their own: {@link EdnsQuery#isMalformed}
   */
  public boolean readBody() {
    if (message.questionCount() > 1 || (message.questionCount() == 1 && !readQuestion())) {
      return false;
    }
    int others = u16(start + Header.ANSWERS) + u16(start + Header.AUTHORITIES);
    return readRecords(others, false)
        && readRecords(u16(start + Header.ADDITIONALS), true)
        && at == end;
  }

  private boolean readQuestion() {
    int next = NameReader.readUncompressed(packet, at, end, message.name());
    if (next == NameReader.MALFORMED || next + QUESTION_FIXED_LENGTH > end) {
      return false;
    }
    message.setQuestion(at, u16(next), u16(next + 2));
    at = next + QUESTION_FIXED_LENGTH;
    return true;
  }

  private boolean readRecords(int count, boolean additional) {
    for (int i = 0; i < count; i++) {
      if (!readRecord(additional)) {
        return false;
      }
    }
    return true;
  }

  private boolean readRecord(boolean additional) {
    int owner = at;
    int fixed = NameReader.skip(packet, start, owner, end);
    if (fixed == NameReader.MALFORMED || fixed + RECORD_FIXED_LENGTH > end) {
      return false;
    }
    int data = fixed + RECORD_FIXED_LENGTH;
    at = data + u16(fixed + 8);
    if (at > end) {
      return false;
    }
    return u16(fixed) != RRType.OPT || (additional && readOpt(owner, fixed));
  }

  /** There is one OPT record at most, and the root owns it (RFC 6891 section 6.1.1). */
  private boolean readOpt(int owner, int fixed) {
    EdnsQuery edns = message.edns();
    if (fixed != owner + 1 || edns.isPresent()) {
      return false;
    }
    edns.set(u16(fixed + 2), packet.getInt(fixed + 4));
    OptionsReader.read(packet, fixed + RECORD_FIXED_LENGTH, at, edns);
    return true;
  }

  private int u16(int position) {
    return packet.getShort(position) & 0xffff;
  }
}
