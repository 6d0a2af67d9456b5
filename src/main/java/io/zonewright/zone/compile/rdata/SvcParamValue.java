package io.zonewright.zone.compile.rdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of service parameters by key (RFC 9460 section 7, RFC 9461, RFC 9540, RFC 9848). */
final class SvcParamValue {
  private SvcParamValue() {}

  /** Reads the text of a value, null if there is none, into wire form. */
  static byte[] read(int key, byte @Nullable [] text) throws MalformedTextException {
    switch (key) {
      case SvcParamKey.NO_DEFAULT_ALPN, SvcParamKey.OHTTP -> {
        return nothing(key, text);
      }
      default -> {}
    }
    byte[] given = text == null ? new byte[0] : text;
    return switch (key) {
      case SvcParamKey.MANDATORY -> mandatory(given);
      case SvcParamKey.ALPN -> alpn(given);
      case SvcParamKey.PORT -> port(latin1(given));
      case SvcParamKey.IPV4HINT -> addresses(latin1(given), 4);
      case SvcParamKey.IPV6HINT -> addresses(latin1(given), 16);
      case SvcParamKey.ECH -> ech(latin1(given));
      case SvcParamKey.DOHPATH -> dohpath(given);
      default -> given;
    };
  }

  private static byte[] nothing(int key, byte @Nullable [] text) throws MalformedTextException {
    if (text != null && text.length > 0) {
      String name = SvcParamKey.print(key);
      throw new MalformedTextException(name + " takes no value", "leave the value out");
    }
    return new byte[0];
  }

  private static byte[] mandatory(byte[] text) throws MalformedTextException {
    String[] names = latin1(text).split(",", -1);
    int[] keys = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      keys[i] = SvcParamKey.parse(names[i]);
    }
    RdataBuilder out = new RdataBuilder();
    Arrays.stream(keys).sorted().forEach(out::u16);
    byte[] wire = out.toArray();
    check(SvcParamKey.MANDATORY, wire);
    return wire;
  }

  private static byte[] alpn(byte[] text) throws MalformedTextException {
    RdataBuilder out = new RdataBuilder();
    for (byte[] id : SvcValueList.split(text)) {
      if (id.length == 0 || id.length > CharacterString.MAX_LENGTH) {
        throw new MalformedTextException(
            "an ALPN protocol has between 1 and 255 octets", "write for example 'h2,h3'");
      }
      out.string(id);
    }
    return out.toArray();
  }

  private static byte[] port(String text) throws MalformedTextException {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 0xffff) {
      throw new MalformedTextException(
          "'" + text + "' is not a port between 0 and 65535", "write for example '8443'");
    }
    return new RdataBuilder().u16(Integer.parseInt(text)).toArray();
  }

  private static byte[] addresses(String text, int length) throws MalformedTextException {
    RdataBuilder out = new RdataBuilder();
    for (String address : text.split(",", -1)) {
      byte[] octets = IpAddress.parse(address);
      if (octets == null || octets.length != length) {
        throw new MalformedTextException(
            length == 4
                ? "'" + address + "' is not an IPv4 address"
                : "'" + address + "' is not an IPv6 address",
            length == 4
                ? "write for example '192.0.2.1,192.0.2.2'"
                : "write for example '2001:db8::1,2001:db8::2'");
      }
      out.octets(octets);
    }
    return out.toArray();
  }

  private static byte[] ech(String text) throws MalformedTextException {
    try {
      byte[] octets = Base64.getDecoder().decode(text);
      if (octets.length > 0) {
        return octets;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for an empty value.
    }
    throw new MalformedTextException(
        "ech is not a configuration list in base64", "write for example 'AEX+DQBB...'");
  }

  private static byte[] dohpath(byte[] text) throws MalformedTextException {
    String template = new String(text, StandardCharsets.UTF_8);
    if (!template.startsWith("/") || !template.matches(".*\\{[^}]*dns[^}]*\\}.*")) {
      throw new MalformedTextException(
          "'" + template + "' is not a relative URI template with the variable dns",
          "write for example '/dns-query{?dns}'");
    }
    return text;
  }

  /** Writes a value as text, or null if it is empty; fails if the octets are not a value. */
  static byte @Nullable [] print(int key, byte[] wire) throws MalformedTextException {
    check(key, wire);
    if (wire.length == 0) {
      return null;
    }
    return switch (key) {
      case SvcParamKey.MANDATORY -> printMandatory(wire);
      case SvcParamKey.ALPN -> printAlpn(wire);
      case SvcParamKey.PORT -> ascii(Long.toString(new WireCursor(wire).unsigned(2)));
      case SvcParamKey.IPV4HINT -> printAddresses(wire, 4);
      case SvcParamKey.IPV6HINT -> printAddresses(wire, 16);
      case SvcParamKey.ECH -> Base64.getEncoder().encode(wire);
      default -> wire;
    };
  }

  private static void check(int key, byte[] wire) throws MalformedTextException {
    boolean right =
        switch (key) {
          case SvcParamKey.MANDATORY -> isMandatoryList(wire);
          case SvcParamKey.ALPN, SvcParamKey.ECH -> wire.length > 0;
          case SvcParamKey.NO_DEFAULT_ALPN, SvcParamKey.OHTTP -> wire.length == 0;
          case SvcParamKey.PORT -> wire.length == 2;
          case SvcParamKey.IPV4HINT -> wire.length > 0 && wire.length % 4 == 0;
          case SvcParamKey.IPV6HINT -> wire.length > 0 && wire.length % 16 == 0;
          default -> true;
        };
    if (!right) {
      throw new MalformedTextException(
          "the value of " + SvcParamKey.print(key) + " is not valid",
          key == SvcParamKey.MANDATORY
              ? "name each key once and not mandatory itself, as in 'alpn,port'"
              : "see RFC 9460 section 7");
    }
  }

  /** Whether the keys ascend strictly, without {@code mandatory} itself (RFC 9460 section 8). */
  private static boolean isMandatoryList(byte[] wire) throws MalformedTextException {
    WireCursor in = new WireCursor(wire);
    long last = SvcParamKey.MANDATORY;
    boolean right = wire.length > 0 && wire.length % 2 == 0;
    while (right && !in.atEnd()) {
      long key = in.unsigned(2);
      right = key > last;
      last = key;
    }
    return right;
  }

  private static byte[] printMandatory(byte[] wire) throws MalformedTextException {
    WireCursor in = new WireCursor(wire);
    StringBuilder out = new StringBuilder();
    while (!in.atEnd()) {
      out.append(out.isEmpty() ? "" : ",").append(SvcParamKey.print((int) in.unsigned(2)));
    }
    return ascii(out.toString());
  }

  private static byte[] printAlpn(byte[] wire) throws MalformedTextException {
    WireCursor in = new WireCursor(wire);
    List<byte[]> ids = new ArrayList<>();
    while (!in.atEnd()) {
      ids.add(in.string());
    }
    return SvcValueList.join(ids);
  }

  private static byte[] printAddresses(byte[] wire, int length) throws MalformedTextException {
    WireCursor in = new WireCursor(wire);
    StringBuilder out = new StringBuilder();
    while (!in.atEnd()) {
      out.append(out.isEmpty() ? "" : ",").append(IpAddress.print(in.octets(length)));
    }
    return ascii(out.toString());
  }

  private static String latin1(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
