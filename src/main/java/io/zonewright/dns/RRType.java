package io.zonewright.dns;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Resource record types by number and mnemonic, as IANA assigns them.
 *
 * <p>A type is an {@code int} everywhere, so that the query path needs no objects for it.
 */
public final class RRType {
  public static final int A = 1;
  public static final int NS = 2;
  public static final int CNAME = 5;
  public static final int SOA = 6;
  public static final int PTR = 12;
  public static final int MX = 15;
  public static final int TXT = 16;
  public static final int AAAA = 28;
  public static final int SRV = 33;
  public static final int DNAME = 39;
  public static final int OPT = 41;
  public static final int DS = 43;
  public static final int RRSIG = 46;
  public static final int NSEC = 47;
  public static final int TLSA = 52;
  public static final int SVCB = 64;
  public static final int HTTPS = 65;
  public static final int IXFR = 251;
  public static final int AXFR = 252;
  public static final int MAILB = 253;
  public static final int MAILA = 254;
  public static final int ANY = 255;
  public static final int CAA = 257;

  /** Mnemonics by number, as {@code "number mnemonic"} pairs. */
  private static final String REGISTRY =
      """
      1 A, 2 NS, 3 MD, 4 MF, 5 CNAME, 6 SOA, 7 MB, 8 MG, 9 MR, 10 NULL, 11 WKS, 12 PTR, 13 HINFO, \
      14 MINFO, 15 MX, 16 TXT, 17 RP, 18 AFSDB, 19 X25, 20 ISDN, 21 RT, 22 NSAP, 23 NSAP-PTR, \
      24 SIG, 25 KEY, 26 PX, 27 GPOS, 28 AAAA, 29 LOC, 30 NXT, 31 EID, 32 NIMLOC, 33 SRV, 34 ATMA, \
      35 NAPTR, 36 KX, 37 CERT, 38 A6, 39 DNAME, 40 SINK, 41 OPT, 42 APL, 43 DS, 44 SSHFP, \
      45 IPSECKEY, 46 RRSIG, 47 NSEC, 48 DNSKEY, 49 DHCID, 50 NSEC3, 51 NSEC3PARAM, 52 TLSA, \
      53 SMIMEA, 55 HIP, 56 NINFO, 57 RKEY, 58 TALINK, 59 CDS, 60 CDNSKEY, 61 OPENPGPKEY, \
      62 CSYNC, 63 ZONEMD, 64 SVCB, 65 HTTPS, 66 DSYNC, 67 HHIT, 68 BRID, 99 SPF, 100 UINFO, \
      101 UID, 102 GID, 103 UNSPEC, 104 NID, 105 L32, 106 L64, 107 LP, 108 EUI48, 109 EUI64, \
      128 NXNAME, 249 TKEY, 250 TSIG, 251 IXFR, 252 AXFR, 253 MAILB, 254 MAILA, 255 ANY, 256 URI, \
      257 CAA, 258 AVC, 259 DOA, 260 AMTRELAY, 261 RESINFO, 262 WALLET, 263 CLA, 264 IPN, \
      32768 TA, 32769 DLV\
      """;

  private static final Map<Integer, String> MNEMONICS = new HashMap<>();
  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    for (String entry : REGISTRY.split(", ", -1)) {
      int space = entry.indexOf(' ');
      int number = Integer.parseInt(entry.substring(0, space));
      MNEMONICS.put(number, entry.substring(space + 1));
      NUMBERS.put(entry.substring(space + 1), number);
    }
  }

  private RRType() {}

  /** The mnemonic of a type, or {@code TYPEnnn} if it has none (RFC 3597 section 5). */
  public static String mnemonic(int type) {
    String known = MNEMONICS.get(type);
    return known == null ? "TYPE" + type : known;
  }

  /** Whether the type has a mnemonic. */
  public static boolean isKnown(int type) {
    return MNEMONICS.containsKey(type);
  }

  /**
   * The number of a mnemonic in upper case or of {@code TYPEnnn}; empty if it is neither or the
   * number is above 65535.
   */
  public static OptionalInt parse(String text) {
    Integer known = NUMBERS.get(text);
    if (known != null) {
      return OptionalInt.of(known);
    }
    if (!text.matches("TYPE(0|[1-9][0-9]{0,4})")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(text.substring(4));
    return number <= 0xffff ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /**
   * Whether a type is a question or a piece of the protocol and never data of a zone: 0, OPT,
   * NXNAME and the range 249-255 with 128-255 reserved for such types (RFC 6895 section 3.1).
   */
  public static boolean isMeta(int type) {
    return type == 0 || type == OPT || (type >= 128 && type <= 255);
  }
}
