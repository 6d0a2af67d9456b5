package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.RRType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold between the fields of one record beyond its syntax. */
public final class RdataRules {
  /** Octets of a digest by DS digest type (RFC 3658, 4509, 6605). */
  private static final Map<Integer, Integer> DS_DIGESTS = Map.of(1, 20, 2, 32, 4, 48);

  /** Octets of a digest by TLSA matching type (RFC 6698 section 2.1.3). */
  private static final Map<Integer, Integer> TLSA_DIGESTS = Map.of(1, 32, 2, 64);

  private static final int SMIMEA = 53;

  private RdataRules() {}

  /** What is wrong with the data, or null. */
  public static @Nullable String problem(int type, Rdata rdata) {
    try {
      check(type, rdata);
      return null;
    } catch (MalformedTextException e) {
      return e.sentence(RdataExamples.advice(type));
    }
  }

  static void check(int type, Rdata rdata) throws MalformedTextException {
    switch (type) {
      case RRType.DS -> checkDigest("digest type", rdata, 3, 4, DS_DIGESTS);
      case RRType.TLSA, SMIMEA -> checkDigest("matching type", rdata, 2, 3, TLSA_DIGESTS);
      default -> {}
    }
  }

  private static void checkDigest(
      String selector, Rdata rdata, int selectorAt, int digestAt, Map<Integer, Integer> lengths)
      throws MalformedTextException {
    if (rdata.length() <= digestAt) {
      throw new MalformedTextException("the digest is missing");
    }
    int chosen = rdata.wire()[selectorAt] & 0xff;
    int length = rdata.length() - digestAt;
    int wanted = lengths.getOrDefault(chosen, length);
    if (length != wanted) {
      throw new MalformedTextException(
          "a digest of "
              + selector
              + " "
              + chosen
              + " has "
              + 2 * wanted
              + " hexadecimal digits and this one has "
              + 2 * length);
    }
  }
}
