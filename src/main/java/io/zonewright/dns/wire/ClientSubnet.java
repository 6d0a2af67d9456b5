package io.zonewright.dns.wire;

import java.nio.ByteBuffer;

/** The form of the Client Subnet option (RFC 7871 section 6); its content is of no use here. */
final class ClientSubnet {
  private static final int FIXED_LENGTH = 4;
  private static final int IPV4 = 1;
  private static final int IPV6 = 2;

  private ClientSubnet() {}

  /**
   * Whether the option is as a query may have it: as many address octets as the prefix needs, no
   * bits beyond it, no scope. An unknown family is taken as it is.
   */
  static boolean isWellFormed(ByteBuffer message, int at, int length) {
    if (length < FIXED_LENGTH) {
      return false;
    }
    int family = message.getShort(at) & 0xffff;
    int prefix = message.get(at + 2) & 0xff;
    int scope = message.get(at + 3) & 0xff;
    return switch (family) {
      case 0 -> prefix == 0 && scope == 0 && length == FIXED_LENGTH;
      case IPV4 -> scope == 0 && isPrefix(message, at, length, prefix, 32);
      case IPV6 -> scope == 0 && isPrefix(message, at, length, prefix, 128);
      default -> true;
    };
  }

  private static boolean isPrefix(ByteBuffer message, int at, int length, int prefix, int bits) {
    int octets = length - FIXED_LENGTH;
    if (prefix > bits || octets != (prefix + 7) / 8) {
      return false;
    }
    int spare = octets * 8 - prefix;
    return spare == 0 || (message.get(at + length - 1) & ((1 << spare) - 1)) == 0;
  }
}
