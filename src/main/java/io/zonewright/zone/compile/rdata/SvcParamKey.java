package io.zonewright.zone.compile.rdata;

import java.util.List;

/** The keys of service parameters (RFC 9460 section 14.3.2) by number and name. */
final class SvcParamKey {
  static final int MANDATORY = 0;
  static final int ALPN = 1;
  static final int NO_DEFAULT_ALPN = 2;
  static final int PORT = 3;
  static final int IPV4HINT = 4;
  static final int ECH = 5;
  static final int IPV6HINT = 6;
  static final int DOHPATH = 7;
  static final int OHTTP = 8;

  private static final List<String> NAMES =
      List.of(
          "mandatory",
          "alpn",
          "no-default-alpn",
          "port",
          "ipv4hint",
          "ech",
          "ipv6hint",
          "dohpath",
          "ohttp");

  /** Reserved as an invalid key. */
  private static final int INVALID = 65535;

  private SvcParamKey() {}

  /** The number of a key; {@code keyNNNNN} only for keys without a name here. */
  static int parse(String text) throws MalformedTextException {
    int known = NAMES.indexOf(text);
    if (known >= 0) {
      return known;
    }
    if (!text.matches("key(0|[1-9][0-9]{0,4})") || Integer.parseInt(text.substring(3)) >= INVALID) {
      throw new MalformedTextException(
          "'" + text + "' is not a parameter key",
          "write one such as alpn, port or ipv6hint, or key65280 for a key without a name");
    }
    int number = Integer.parseInt(text.substring(3));
    if (number < NAMES.size()) {
      throw new MalformedTextException(
          text + " is " + NAMES.get(number), "write its name " + NAMES.get(number));
    }
    return number;
  }

  static String print(int key) {
    return key < NAMES.size() ? NAMES.get(key) : "key" + key;
  }
}
