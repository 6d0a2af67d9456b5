package io.zonewright.dns.wire;

import java.nio.ByteBuffer;

/** Reads the options of an OPT record (RFC 6891 section 6.1.2). Unknown ones are ignored. */
final class OptionsReader {
  private static final int NSID = 3;
  private static final int CLIENT_SUBNET = 8;
  private static final int COOKIE = 10;

  private static final int CLIENT_COOKIE_LENGTH = 8;
  private static final int SHORTEST_FULL_COOKIE = 16;
  private static final int LONGEST_FULL_COOKIE = 40;

  private OptionsReader() {}

  static void read(ByteBuffer message, int from, int end, EdnsQuery edns) {
    int at = from;
    while (at + 4 <= end) {
      int code = message.getShort(at) & 0xffff;
      int length = message.getShort(at + 2) & 0xffff;
      at += 4;
      if (at + length > end || !readOption(message, code, at, length, edns)) {
        edns.setMalformed();
        return;
      }
      at += length;
    }
    if (at != end) {
      edns.setMalformed();
    }
  }

  private static boolean readOption(
      ByteBuffer message, int code, int at, int length, EdnsQuery edns) {
    switch (code) {
      case NSID -> edns.askNsid();
      case CLIENT_SUBNET -> {
        return ClientSubnet.isWellFormed(message, at, length);
      }
      case COOKIE -> {
        return readCookie(length, edns);
      }
      default -> {}
    }
    return true;
  }

  /** A client cookie of 8 octets, alone or before a server cookie of 8 to 32 (RFC 7873, 4). */
  private static boolean readCookie(int length, EdnsQuery edns) {
    boolean full = length >= SHORTEST_FULL_COOKIE && length <= LONGEST_FULL_COOKIE;
    if (length != CLIENT_COOKIE_LENGTH && !full) {
      return false;
    }
    edns.haveCookie();
    return true;
  }
}
