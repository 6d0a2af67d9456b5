package io.zonewright.zone.compile.rdata;

import java.util.Arrays;

/**
 * Character strings (RFC 1035 sections 3.3 and 5.1) between their presentation form with escapes
 * and their octets.
 */
final class CharacterString {
  static final int MAX_LENGTH = 255;

  private CharacterString() {}

  /** The octets that a word stands for. */
  static byte[] octets(String text) throws MalformedTextException {
    byte[] octets = new byte[text.length()];
    int length = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '\\') {
        octets[length++] = (byte) c;
        at++;
      } else if (isDigit(text, at + 1)) {
        octets[length++] = (byte) decimal(text, at + 1);
        at += 4;
      } else {
        octets[length++] = (byte) escaped(text, at + 1);
        at += 2;
      }
    }
    return Arrays.copyOf(octets, length);
  }

  private static int decimal(String text, int at) throws MalformedTextException {
    if (isDigit(text, at + 1) && isDigit(text, at + 2)) {
      int value = Integer.parseInt(text, at, at + 3, 10);
      if (value <= 0xff) {
        return value;
      }
    }
    throw new MalformedTextException(
        "an escape in '" + text + "' is not \\DDD with three digits up to 255",
        "write for example '\\034' for a quote");
  }

  private static char escaped(String text, int at) throws MalformedTextException {
    if (at >= text.length()) {
      throw new MalformedTextException(
          "'" + text + "' ends within an escape", "write '\\\\' for a backslash itself");
    }
    return text.charAt(at);
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Writes octets in quotes. */
  static void appendQuoted(byte[] octets, StringBuilder out) {
    out.append('"');
    for (byte octet : octets) {
      appendOctet(octet & 0xff, out);
    }
    out.append('"');
  }

  private static void appendOctet(int octet, StringBuilder out) {
    if (octet == '"' || octet == '\\') {
      out.append('\\').append((char) octet);
    } else if (octet >= ' ' && octet <= '~') {
      out.append((char) octet);
    } else {
      appendDecimal(octet, out);
    }
  }

  /** Writes an octet as {@code \DDD}. */
  static void appendDecimal(int octet, StringBuilder out) {
    out.append('\\')
        .append((char) ('0' + octet / 100))
        .append((char) ('0' + octet / 10 % 10))
        .append((char) ('0' + octet % 10));
  }
}
