package io.zonewright.server;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a TCP stream into messages by their two-octet length (RFC 1035 section 4.2.2), however the
 * network has split it.
 */
final class MessageFramer {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int LENGTH = 2;

  private ByteBuffer unread = NOTHING;
  private boolean owned;

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

  /** Doubles, so that a message that trickles in does not cost the square of its length. */
  private void grow(int more) {
    ByteBuffer bigger = ByteBuffer.allocate(2 * (unread.remaining() + more));
    unread = bigger.put(unread).flip();
    owned = true;
  }

  /** The next whole message, or null if more of it must come first. */
  @Nullable ByteBuffer next() {
    int length = announced();
    if (length < 0 || unread.remaining() < LENGTH + length) {
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

  private int announced() {
    return unread.remaining() < LENGTH ? -1 : unread.getShort(unread.position()) & 0xffff;
  }
}
