package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of the types that large zones are made of from {@link PlainLine}s, just as {@link
 * RdataText} reads it. For one thread.
 */
public final class PlainData {
  private static final int MAX_PREFERENCE = 0xffff;

  private final PlainNames names = new PlainNames();

  /**
   * Reads the words from {@code at} on.
   *
   * @param origin what relative names stand below
   * @return the data; null if the type is none of those, or if it is not written plainly
   */
  public @Nullable Rdata read(int type, PlainLine line, int at, DomainName origin) {
    return switch (line.words() - at) {
      case 1 -> oneWord(type, line, at, origin);
      case 2 -> type == RRType.MX ? mailExchange(line, at, origin) : null;
      default -> null;
    };
  }

  private @Nullable Rdata oneWord(int type, PlainLine line, int at, DomainName origin) {
    return switch (type) {
      case RRType.A -> address(IpAddress.parseV4(line.text(), line.start(at), line.end(at)));
      case RRType.AAAA -> address(IpAddress.parseV6(line.text(), line.start(at), line.end(at)));
      case RRType.NS, RRType.CNAME, RRType.PTR -> name(names.read(line, at, origin));
      default -> null;
    };
  }

  private static @Nullable Rdata address(byte @Nullable [] octets) {
    return octets == null ? null : Rdata.of(octets);
  }

  private static @Nullable Rdata name(@Nullable DomainName name) {
    return name == null ? null : Rdata.of(name.toWire());
  }

  private @Nullable Rdata mailExchange(PlainLine line, int at, DomainName origin) {
    int preference = line.number(at);
    DomainName exchange = names.read(line, at + 1, origin);
    return preference < 0 || preference > MAX_PREFERENCE || exchange == null
        ? null
        : new RdataBuilder().u16(preference).name(exchange).build();
  }
}
