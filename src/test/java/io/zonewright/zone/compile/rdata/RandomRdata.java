package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.RRType;
import java.util.Map;
import java.util.Random;

/** Makes record data of a type at random; of types without a known layout any octets. */
final class RandomRdata {
  /**
   * A letter for each field: 1, 2, 4 and 6 are numbers of so many octets, n a name, s a character
   * string, S one or more, t a tag, r any octets, R at least one octet, x 16 octets.
   */
  private static final Map<String, String> LAYOUTS =
      Map.ofEntries(
          Map.entry("A", "4"),
          Map.entry("AAAA", "x"),
          Map.entry("NS", "n"),
          Map.entry("CNAME", "n"),
          Map.entry("PTR", "n"),
          Map.entry("DNAME", "n"),
          Map.entry("SOA", "nn44444"),
          Map.entry("MX", "2n"),
          Map.entry("TXT", "S"),
          Map.entry("SPF", "S"),
          Map.entry("SRV", "222n"),
          Map.entry("CAA", "1tr"),
          Map.entry("TLSA", "11zR"),
          Map.entry("SMIMEA", "11zR"),
          Map.entry("DS", "21zR"),
          Map.entry("SVCB", "2n"),
          Map.entry("HTTPS", "2n"),
          Map.entry("HINFO", "ss"),
          Map.entry("RP", "nn"),
          Map.entry("MINFO", "nn"),
          Map.entry("AFSDB", "2n"),
          Map.entry("KX", "2n"),
          Map.entry("RT", "2n"),
          Map.entry("PX", "2nn"),
          Map.entry("MB", "n"),
          Map.entry("NAPTR", "22sssn"),
          Map.entry("OPENPGPKEY", "R"),
          Map.entry("DHCID", "R"),
          Map.entry("CERT", "221R"),
          Map.entry("X25", "s"),
          Map.entry("EUI48", "6"),
          Map.entry("NULL", "r"));

  private final Random random;

  RandomRdata(Random random) {
    this.random = random;
  }

  static boolean knowsLayoutOf(int type) {
    return LAYOUTS.containsKey(RRType.mnemonic(type));
  }

  byte[] of(int type) {
    RdataBuilder out = new RdataBuilder();
    String layout = LAYOUTS.getOrDefault(RRType.mnemonic(type), "r");
    layout.chars().forEach(field -> append(field, out));
    return out.toArray();
  }

  private void append(int field, RdataBuilder out) {
    switch (field) {
      case '1', '2', '4', '6' -> out.octets(octets(field - '0'));
      case 'x' -> out.octets(sparse(16));
      case 'z' -> out.u8(0);
      case 'n' -> name(out);
      case 's' -> out.string(octets(random.nextInt(20)));
      case 'S' -> {
        for (int i = random.nextInt(4); i >= 0; i--) {
          out.string(octets(random.nextInt(256)));
        }
      }
      case 't' -> out.string(new byte[] {'i', 's', (byte) ('a' + random.nextInt(26))});
      case 'R' -> out.octets(octets(1 + random.nextInt(40)));
      default -> out.octets(octets(random.nextInt(40)));
    }
  }

  private void name(RdataBuilder out) {
    for (int labels = random.nextInt(4); labels > 0; labels--) {
      out.string(octets(1 + random.nextInt(random.nextInt(10) == 0 ? 63 : 12)));
    }
    out.u8(0);
  }

  /** Half of the time printable, half of the time anything. */
  private byte[] octets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    if (random.nextBoolean()) {
      for (int i = 0; i < count; i++) {
        octets[i] = (byte) (' ' + (octets[i] & 0x7f) % ('~' - ' ' + 1));
      }
    }
    return octets;
  }

  private byte[] sparse(int count) {
    byte[] octets = octets(count);
    for (int i = 0; i < count; i++) {
      octets[i] = random.nextInt(3) == 0 ? octets[i] : 0;
    }
    return octets;
  }

  /** Words, signs and noise such as stand in record data. */
  static String text(Random random) {
    String[] parts = {
      "10",
      "a.",
      "b",
      "@",
      "\\#",
      "4",
      "c000020a",
      "\"x\"",
      "\"",
      "(",
      ")",
      ";",
      "\\",
      "\\065",
      "\\999",
      "192.0.2.1",
      "2001:db8::1",
      "alpn=h2",
      "key1",
      "key9=",
      "mandatory=",
      "=",
      "é",
      "-1",
      "99999999999",
      "\n",
      "A",
      "NSEC",
      "IN",
      "1h",
      "!1:192.0.2.0/24",
      "N",
      "E",
      "0x",
      "%",
      "\t"
    };
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(parts[random.nextInt(parts.length)]).append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString();
  }
}
