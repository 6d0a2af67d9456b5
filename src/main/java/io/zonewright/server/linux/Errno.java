package io.zonewright.server.linux;

/** Error numbers of Linux, negated as {@link Libc} returns them. */
final class Errno {
  static final int INTERRUPTED = -4;
  static final int AGAIN = -11;
  static final int NO_BUFFERS = -105;

  /** No text of an error is longer. */
  static final int MAX_TEXT = 1024;

  private Errno() {}
}
