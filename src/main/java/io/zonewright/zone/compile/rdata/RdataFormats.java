package io.zonewright.zone.compile.rdata;

import static io.zonewright.zone.compile.rdata.RdataFields.HEX;
import static io.zonewright.zone.compile.rdata.RdataFields.IPV4;
import static io.zonewright.zone.compile.rdata.RdataFields.IPV6;
import static io.zonewright.zone.compile.rdata.RdataFields.NAME;
import static io.zonewright.zone.compile.rdata.RdataFields.PERIOD;
import static io.zonewright.zone.compile.rdata.RdataFields.STRINGS;
import static io.zonewright.zone.compile.rdata.RdataFields.u16;
import static io.zonewright.zone.compile.rdata.RdataFields.u32;
import static io.zonewright.zone.compile.rdata.RdataFields.u8;

import io.zonewright.dns.RRType;
import java.util.Map;

/**
 * The format of each type.
 *
 * <p>The types that have a field of their own in the resources, and so are most of all records, are
 * read and written here: fast, without dnsjava's gaps, and with messages for users. All others are
 * dnsjava's, and what it does not know has only the form of RFC 3597.
 */
final class RdataFormats {
  private static final int NULL = 10;
  private static final int SMIMEA = 53;
  private static final int SPF = 99;

  private static final RdataFormat UNKNOWN = new UnknownFormat();
  private static final RdataFormat ONE_NAME = RdataLayout.of(NAME);
  private static final RdataFormat ASSOCIATION =
      RdataLayout.of(u8("a usage"), u8("a selector"), u8("a matching type"), HEX);
  private static final RdataFormat SERVICE_BINDING = new SvcbFormat();

  private static final Map<Integer, RdataFormat> OWN =
      Map.ofEntries(
          Map.entry(RRType.A, RdataLayout.of(IPV4)),
          Map.entry(RRType.AAAA, RdataLayout.of(IPV6)),
          Map.entry(RRType.NS, ONE_NAME),
          Map.entry(RRType.CNAME, ONE_NAME),
          Map.entry(RRType.PTR, ONE_NAME),
          Map.entry(RRType.DNAME, ONE_NAME),
          Map.entry(
              RRType.SOA,
              RdataLayout.of(NAME, NAME, u32("a serial"), PERIOD, PERIOD, PERIOD, PERIOD)),
          Map.entry(RRType.MX, RdataLayout.of(u16("a preference"), NAME)),
          Map.entry(RRType.TXT, RdataLayout.of(STRINGS)),
          Map.entry(SPF, RdataLayout.of(STRINGS)),
          Map.entry(
              RRType.SRV, RdataLayout.of(u16("a priority"), u16("a weight"), u16("a port"), NAME)),
          Map.entry(
              RRType.DS,
              RdataLayout.of(u16("a key tag"), u8("an algorithm"), u8("a digest type"), HEX)),
          Map.entry(RRType.TLSA, ASSOCIATION),
          Map.entry(SMIMEA, ASSOCIATION),
          Map.entry(
              RRType.CAA, RdataLayout.of(u8("a number for flags"), CaaFields.TAG, CaaFields.VALUE)),
          Map.entry(RRType.SVCB, SERVICE_BINDING),
          Map.entry(RRType.HTTPS, SERVICE_BINDING));

  private RdataFormats() {}

  static RdataFormat of(int type) {
    RdataFormat own = OWN.get(type);
    if (own != null) {
      return own;
    }
    return hasForm(type) ? new DnsjavaFormat(type) : UNKNOWN;
  }

  /** Whether the type has a form besides that of RFC 3597. */
  static boolean hasForm(int type) {
    return OWN.containsKey(type)
        || (type != NULL && RRType.isKnown(type) && DnsjavaFormat.supports(type));
  }
}
