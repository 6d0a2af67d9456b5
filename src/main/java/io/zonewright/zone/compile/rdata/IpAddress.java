package io.zonewright.zone.compile.rdata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses between text and octets. Reads only what every program reads alike: no leading zeros
 * in IPv4, no scope in IPv6. Writes IPv6 as RFC 5952 says.
 */
public final class IpAddress {
  private static final int V4_LENGTH = 4;
  private static final int V6_LENGTH = 16;

  private IpAddress() {}

  /** The 4 octets of an IPv4 or the 16 octets of an IPv6 address; null if it is neither. */
  public static byte @Nullable [] parse(String text) {
    return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
  }

  /** The octets of an IPv4 address in dotted decimal form, or null. */
  static byte @Nullable [] parseV4(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return parseV4(octets, 0, octets.length);
  }

  /** The octets of an IPv6 address (RFC 4291 section 2.2), or null. */
  static byte @Nullable [] parseV6(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return parseV6(octets, 0, octets.length);
  }

  /** The octets of an IPv4 address that stands between two places of a text, or null. */
  static byte @Nullable [] parseV4(byte[] text, int from, int to) {
    byte[] octets = new byte[V4_LENGTH];
    int at = from;
    for (int i = 0; i < V4_LENGTH; i++) {
      int end = find('.', text, at, to);
      int value = decimalOctet(text, at, end);
      boolean last = i == V4_LENGTH - 1;
      if (value < 0 || (end == to) != last) {
        return null;
      }
      octets[i] = (byte) value;
      at = end + 1;
    }
    return octets;
  }

  private static int find(char sign, byte[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] != sign) {
      at++;
    }
    return at;
  }

  private static int decimalOctet(byte[] text, int from, int to) {
    int length = to - from;
    if (length < 1 || length > 3 || (length > 1 && text[from] == '0')) {
      return -1;
    }
    int value = 0;
    for (int at = from; at < to; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return -1;
      }
      value = value * 10 + (text[at] - '0');
    }
    return value <= 0xff ? value : -1;
  }

  /** The octets of an IPv6 address that stands between two places of a text, or null. */
  static byte @Nullable [] parseV6(byte[] text, int from, int to) {
    byte[] octets = new byte[V6_LENGTH];
    int length = 0;
    int gap = isGap(text, from, to) ? 0 : -1;
    int at = gap == 0 ? from + 2 : from;
    while (at < to || (gap < 0 && length == 0)) {
      int end = find(':', text, at, to);
      int added = group(text, at, end, end == to, octets, length);
      if (added == 0) {
        return null;
      }
      length += added;
      at = end;
      if (isGap(text, end, to)) {
        if (gap >= 0) {
          return null;
        }
        gap = length;
        at = end + 2;
      } else if (end < to) {
        at = end + 1;
        if (at == to) {
          return null;
        }
      }
    }
    return filled(octets, length, gap);
  }

  private static boolean isGap(byte[] text, int at, int to) {
    return at + 1 < to && text[at] == ':' && text[at + 1] == ':';
  }

  /** Adds a group, which may be an IPv4 address if it is the last; 0 if it is none or too much. */
  private static int group(byte[] text, int from, int to, boolean last, byte[] octets, int length) {
    if (last && find('.', text, from, to) < to) {
      byte[] v4 = parseV4(text, from, to);
      if (v4 == null || length + V4_LENGTH > V6_LENGTH) {
        return 0;
      }
      System.arraycopy(v4, 0, octets, length, V4_LENGTH);
      return V4_LENGTH;
    }
    int value = hexGroup(text, from, to);
    if (value < 0 || length + 2 > V6_LENGTH) {
      return 0;
    }
    octets[length] = (byte) (value >> 8);
    octets[length + 1] = (byte) value;
    return 2;
  }

  private static int hexGroup(byte[] text, int from, int to) {
    if (from == to || to - from > 4) {
      return -1;
    }
    int value = 0;
    for (int at = from; at < to; at++) {
      int digit = Hex.digit((char) (text[at] & 0xff));
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** With zeros in the gap, which stands for one group or more; null if it does not add up. */
  private static byte @Nullable [] filled(byte[] octets, int length, int gap) {
    if (gap < 0) {
      return length == V6_LENGTH ? octets : null;
    }
    if (length > V6_LENGTH - 2) {
      return null;
    }
    System.arraycopy(octets, gap, octets, V6_LENGTH - (length - gap), length - gap);
    Arrays.fill(octets, gap, V6_LENGTH - (length - gap), (byte) 0);
    return octets;
  }

  /** The text of an address of 4 or 16 octets. */
  public static String print(byte[] octets) {
    return octets.length == V4_LENGTH ? printV4(octets, 0) : printV6(octets);
  }

  private static String printV4(byte[] octets, int from) {
    StringBuilder out = new StringBuilder(15);
    for (int i = 0; i < V4_LENGTH; i++) {
      out.append(i == 0 ? "" : ".").append(octets[from + i] & 0xff);
    }
    return out.toString();
  }

  private static String printV6(byte[] octets) {
    if (isMapped(octets)) {
      return "::ffff:" + printV4(octets, V6_LENGTH - V4_LENGTH);
    }
    int gap = longestZeroRun(octets);
    int gapEnd = gap + zeroRun(octets, gap);
    StringBuilder out = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == gap && gapEnd - gap > 1) {
        out.append("::");
        i = gapEnd - 1;
      } else {
        out.append(out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":");
        out.append(Integer.toHexString(group(octets, i)));
      }
    }
    return out.toString();
  }

  private static boolean isMapped(byte[] octets) {
    return zeroRun(octets, 0) == 5 && group(octets, 5) == 0xffff;
  }

  private static int longestZeroRun(byte[] octets) {
    int best = 0;
    for (int i = 1; i < 8; i++) {
      if (zeroRun(octets, i) > zeroRun(octets, best)) {
        best = i;
      }
    }
    return best;
  }

  private static int zeroRun(byte[] octets, int from) {
    int end = from;
    while (end < 8 && group(octets, end) == 0) {
      end++;
    }
    return end - from;
  }

  private static int group(byte[] octets, int index) {
    return (octets[2 * index] & 0xff) << 8 | (octets[2 * index + 1] & 0xff);
  }
}
