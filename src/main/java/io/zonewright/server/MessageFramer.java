package io.zonewright.server;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a TCP stream into messages by their two-octet length (RFC 1035 section 4.2.2), however the
 * network has split it. It holds no more than one message, and what came with its end.
 */
final class MessageFramer {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int LENGTH = 2;

  private ByteBuffer unread = NOTHING;
  private final int longest;
  private boolean owned;

  /** Makes one that hands out messages of at most so many octets. */
  MessageFramer(int longest) {
    this.longest = longest;
  }

  /** Takes what came. The buffer is the framer's from now on. */
  void append(ByteBuffer chunk) {
    if (!unread.hasRemaining()) {
      unread = chunk;
      owned = false;
      return;
    }
    int end = unread.limit();
    if (!owned || unread.capacity() - end < chunk.remaining()) {
      grow(chunk.remaining());
      end = unread.limit();
    }
    unread.limit(end + chunk.remaining()).put(end, chunk, chunk.position(), chunk.remaining());
  }

  /**
   * Doubles, so that a message that trickles in does not cost the square of its length; but not
   * beyond the longest message.
   */
  private void grow(int more) {
    int needed = unread.remaining() + more;
    int wanted = Math.max(needed, Math.min(2 * needed, LENGTH + longest));
    ByteBuffer bigger = ByteBuffer.allocate(wanted);
    unread = bigger.put(unread).flip();
    owned = true;
  }

  /** Whether the next message is longer than allowed, and so will never be handed out. */
  boolean isTooLong() {
    return announced() > longest;
  }

  /** The next whole message, or null if more of it must come first or it is too long. */
  @Nullable ByteBuffer next() {
    int length = announced();
    if (length < 0 || length > longest || unread.remaining() < LENGTH + length) {
      return null;
    }
    int start = unread.position() + LENGTH;
    ByteBuffer message = unread.slice(start, length);
    unread.position(start + length);
    if (!unread.hasRemaining()) {
      unread = NOTHING;
    }
    return message;
  }

  /** The octets of memory that are kept for what is unread. */
  int held() {
    return unread.capacity();
  }

  /** Forgets what is unread. */
  void clear() {
    unread = NOTHING;
  }

  private int announced() {
    return unread.remaining() < LENGTH ? -1 : unread.getShort(unread.position()) & 0xffff;
  }
}
