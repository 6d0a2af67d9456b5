package io.zonewright.dns.wire;

/** The header of a message (RFC 1035 section 4.1.1): where its fields lie and what its bits say. */
public final class Header {
  /** Octets of the header. */
  public static final int LENGTH = 12;

  /** The message is a response. */
  public static final int QR = 0x8000;

  /** The answer is authoritative. */
  public static final int AA = 0x0400;

  /** The message was truncated. */
  public static final int TC = 0x0200;

  /** Recursion desired. */
  public static final int RD = 0x0100;

  /** Authentic data: here a wish of the client (RFC 6840 section 5.7). */
  public static final int AD = 0x0020;

  /** Checking disabled (RFC 4035 section 3.1.6). */
  public static final int CD = 0x0010;

  /** The bits of the opcode. */
  public static final int OPCODE_MASK = 0x7800;

  /** The bits of the response code that fit into the header. */
  public static final int RCODE_MASK = 0x000f;

  /** The opcode of a standard query. */
  public static final int OPCODE_QUERY = 0;

  static final int FLAGS = 2;
  static final int QUESTIONS = 4;
  static final int ANSWERS = 6;
  static final int AUTHORITIES = 8;
  static final int ADDITIONALS = 10;

  private static final int OPCODE_SHIFT = 11;

  private Header() {}

  /** The opcode within the flags. */
  public static int opcode(int flags) {
    return (flags & OPCODE_MASK) >> OPCODE_SHIFT;
  }
}
