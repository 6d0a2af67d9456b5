package io.zonewright.server;

import java.nio.ByteBuffer;

/** Reads the response code of a response, for counting. */
final class ResponseCode {
  private static final int HEADER = 12;
  private static final int TYPE_OPT = 41;

  private ResponseCode() {}

  /** The code with its upper bits (RFC 6891 section 6.1.3); -1 for what is no DNS message. */
  static int of(ByteBuffer response, int length) {
    if (length < HEADER) {
      return -1;
    }
    int low = response.get(3) & 0x0f;
    return hasOnlyAdditional(response) ? low | upperBits(response, length) << 4 : low;
  }

  /**
   * Only a response without data carries upper bits (BADVERS, BADCOOKIE), so that its OPT record is
   * found right after the question.
   */
  private static boolean hasOnlyAdditional(ByteBuffer response) {
    return response.getInt(6) == 0 && response.getShort(10) == 1;
  }

  private static int upperBits(ByteBuffer response, int length) {
    int at = HEADER;
    for (int n = response.getShort(4); n > 0; n--) {
      at = afterQuestion(response, at, length);
    }
    boolean opt =
        at + 6 <= length && response.get(at) == 0 && response.getShort(at + 1) == TYPE_OPT;
    return opt ? response.get(at + 5) & 0xff : 0;
  }

  private static int afterQuestion(ByteBuffer response, int start, int length) {
    int at = start;
    while (at < length && response.get(at) != 0) {
      int label = response.get(at) & 0xff;
      if (label > 63) {
        return at + 2 + 4;
      }
      at += label + 1;
    }
    return at + 1 + 4;
  }
}
