package io.zonewright.zone.tree;

import io.zonewright.dns.DomainName;

/**
 * Turns the octets of a label into values between 0 and 63 that keep their order, so that a branch
 * needs 64 bits.
 *
 * <p>Octet {@code i} of a label stands at the positions {@code 2i} and {@code 2i + 1}. Those common
 * in names have a value of their own and 0 at the second position; the rare ones share the first
 * value with their neighbours and differ in the second. Past the end of a label all values are 0,
 * lower than any octet, so that a label sorts before those it is the beginning of. Capital letters
 * have the values of the small ones.
 */
final class LabelOrder {
  private static final String COMMON = "*-/0123456789_abcdefghijklmnopqrstuvwxyz";
  private static final int VALUES = 64;
  private static final byte[] FIRST = new byte[256];
  private static final byte[] SECOND = new byte[256];

  static {
    int first = 0;
    int second = 0;
    for (int octet = 0; octet < 256; octet++) {
      if (isCommon(octet)) {
        FIRST[octet] = (byte) ++first;
        second = 0;
      } else if (!isCapital(octet)) {
        if (second == 0 || second == VALUES - 1) {
          first++;
          second = 0;
        }
        FIRST[octet] = (byte) first;
        SECOND[octet] = (byte) ++second;
      }
    }
    for (int octet = 'A'; octet <= 'Z'; octet++) {
      FIRST[octet] = FIRST[DomainName.fold((byte) octet)];
    }
  }

  private LabelOrder() {}

  private static boolean isCommon(int octet) {
    return COMMON.indexOf(octet) >= 0;
  }

  private static boolean isCapital(int octet) {
    return octet >= 'A' && octet <= 'Z';
  }

  /** The value at a position of the label whose length octet is at {@code start}. */
  static int valueAt(byte[] wire, int start, int position) {
    int index = position >> 1;
    if (index >= wire[start]) {
      return 0;
    }
    return valueOf(wire[start + 1 + index], position);
  }

  /** The value at a position of the leftmost label of a name. */
  static int valueAt(DomainName name, int position) {
    int index = position >> 1;
    return index >= name.wireAt(0) ? 0 : valueOf(name.wireAt(1 + index), position);
  }

  private static int valueOf(byte octet, int position) {
    return ((position & 1) == 0 ? FIRST : SECOND)[octet & 0xff];
  }

  /**
   * The first position at which the leftmost labels of two names differ, or -1 if they are equal.
   */
  static int firstDifference(DomainName one, DomainName other) {
    int length = one.wireAt(0);
    int otherLength = other.wireAt(0);
    for (int i = 1; i <= Math.min(length, otherLength); i++) {
      int position = difference(one.wireAt(i), other.wireAt(i));
      if (position >= 0) {
        return 2 * (i - 1) + position;
      }
    }
    return length == otherLength ? -1 : 2 * Math.min(length, otherLength);
  }

  /** Whether two octets differ at their first or second position, or -1 if at neither. */
  private static int difference(byte one, byte other) {
    int octet = one & 0xff;
    int otherOctet = other & 0xff;
    if (FIRST[octet] != FIRST[otherOctet]) {
      return 0;
    }
    return SECOND[octet] == SECOND[otherOctet] ? -1 : 1;
  }

  /** The first position at which two labels differ, or -1 if they are equal. */
  static int firstDifference(byte[] wire, int start, DomainName name) {
    int length = wire[start];
    int otherLength = name.wireAt(0);
    for (int i = 0; i < Math.min(length, otherLength); i++) {
      int position = difference(wire[start + 1 + i], name.wireAt(1 + i));
      if (position >= 0) {
        return 2 * i + position;
      }
    }
    return length == otherLength ? -1 : 2 * Math.min(length, otherLength);
  }

  /** Whether a label is the leftmost one of a name. */
  static boolean isLeftmostOf(DomainName name, byte[] wire, int start) {
    int length = wire[start];
    if (length != name.wireAt(0)) {
      return false;
    }
    for (int i = 1; i <= length; i++) {
      byte octet = wire[start + i];
      byte other = name.wireAt(i);
      if (octet != other && DomainName.fold(octet) != DomainName.fold(other)) {
        return false;
      }
    }
    return true;
  }
}
