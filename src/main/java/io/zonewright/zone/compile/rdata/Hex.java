package io.zonewright.zone.compile.rdata;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Octets as hexadecimal digits. */
final class Hex {
  private Hex() {}

  /** The value of a digit of either case, or -1. */
  static int digit(char c) {
    return c < 0x80 && HexFormat.isHexDigit(c) ? HexFormat.fromHexDigit(c) : -1;
  }

  /** The octets, or null if the text is not an even number of digits. */
  static byte @Nullable [] parse(String text) {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Digits in lower case. */
  static String print(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }
}
