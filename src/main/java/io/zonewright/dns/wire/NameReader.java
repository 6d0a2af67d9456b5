package io.zonewright.dns.wire;

import io.zonewright.dns.DomainName;
import java.nio.ByteBuffer;

/** Reads names of an untrusted message. Every name costs at most its own 255 octets to read. */
final class NameReader {
  /** Returned in place of a position. */
  static final int MALFORMED = -1;

  private static final int POINTER = 0xc0;
  private static final int POINTER_BITS = 0x3fff;

  private NameReader() {}

  /**
   * Reads a name that has nothing before it to point at, the one of the question: a compression
   * pointer is malformed.
   *
   * @return the position after the name, or {@link #MALFORMED}
   */
  static int readUncompressed(ByteBuffer message, int at, int end, NameBuffer into) {
    into.reset();
    int next = at;
    while (next < end) {
      int length = message.get(next++) & 0xff;
      if (length == 0) {
        into.finish();
        return next;
      }
      if (length > DomainName.MAX_LABEL_LENGTH || next + length > end || !into.beginLabel(length)) {
        return MALFORMED;
      }
      next = appendLabel(message, next, length, into);
    }
    return MALFORMED;
  }

  private static int appendLabel(ByteBuffer message, int at, int length, NameBuffer into) {
    for (int i = at; i < at + length; i++) {
      into.append(message.get(i));
    }
    return at + length;
  }

  /**
   * Skips a name whose content is of no interest. A pointer must point back to before the name and
   * behind the header (RFC 1035 section 4.1.4); it is not followed.
   *
   * @param start where the message starts
   * @return the position after the name, or {@link #MALFORMED}
   */
  static int skip(ByteBuffer message, int start, int at, int end) {
    int next = at;
    while (next < end && next - at < DomainName.MAX_WIRE_LENGTH) {
      int length = message.get(next) & 0xff;
      if (length >= POINTER) {
        return skipPointer(message, start, at, next, end);
      }
      if (length > DomainName.MAX_LABEL_LENGTH) {
        return MALFORMED;
      }
      next += length + 1;
      if (length == 0) {
        return next;
      }
    }
    return MALFORMED;
  }

  private static int skipPointer(ByteBuffer message, int start, int name, int at, int end) {
    if (at + 2 > end) {
      return MALFORMED;
    }
    int target = message.getShort(at) & POINTER_BITS;
    boolean backwards = target >= Header.LENGTH && start + target < name;
    return backwards ? at + 2 : MALFORMED;
  }
}
