package io.zonewright.zone.compile.rdata;

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
    String[] parts = text.split("\\.", -1);
    if (parts.length != V4_LENGTH) {
      return null;
    }
    byte[] octets = new byte[V4_LENGTH];
    for (int i = 0; i < V4_LENGTH; i++) {
      int value = decimalOctet(parts[i]);
      if (value < 0) {
        return null;
      }
      octets[i] = (byte) value;
    }
    return octets;
  }

  private static int decimalOctet(String text) {
    if (text.isEmpty() || text.length() > 3 || (text.length() > 1 && text.charAt(0) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value <= 0xff ? value : -1;
  }

  /** The octets of an IPv6 address (RFC 4291 section 2.2), or null. */
  static byte @Nullable [] parseV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      byte[] whole = groups(text);
      return whole != null && whole.length == V6_LENGTH ? whole : null;
    }
    byte[] front = groups(text.substring(0, gap));
    byte[] back = groups(text.substring(gap + 2));
    if (front == null || back == null || front.length + back.length > V6_LENGTH - 2) {
      return null;
    }
    if (text.substring(0, gap).indexOf('.') >= 0) {
      return null;
    }
    byte[] octets = new byte[V6_LENGTH];
    System.arraycopy(front, 0, octets, 0, front.length);
    System.arraycopy(back, 0, octets, V6_LENGTH - back.length, back.length);
    return octets;
  }

  /** Groups divided by single colons, the last of which may be an IPv4 address. */
  private static byte @Nullable [] groups(String text) {
    RdataBuilder octets = new RdataBuilder();
    String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      byte[] group = last && parts[i].indexOf('.') >= 0 ? parseV4(parts[i]) : hexGroup(parts[i]);
      if (group == null || octets.length() + group.length > V6_LENGTH) {
        return null;
      }
      octets.octets(group);
    }
    return octets.toArray();
  }

  private static byte @Nullable [] hexGroup(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return null;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Hex.digit(text.charAt(i));
      if (digit < 0) {
        return null;
      }
      value = value << 4 | digit;
    }
    return new byte[] {(byte) (value >> 8), (byte) value};
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
