package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import io.zonewright.zone.RRset;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A SOA record (RFC 1035 section 3.3.13) that lacks only its serial, which the server counts.
 *
 * @param ttl in seconds
 * @param primary the MNAME
 * @param mailbox the RNAME
 * @param refresh in seconds
 * @param retry in seconds
 * @param expire in seconds
 * @param negativeTtl the MINIMUM in seconds (RFC 2308 section 4)
 * @param minimumSerial the least serial to use
 */
public record SoaTemplate(
    int ttl,
    DomainName primary,
    DomainName mailbox,
    int refresh,
    int retry,
    int expire,
    int negativeTtl,
    Serial minimumSerial) {
  private static final int NUMBERS_LENGTH = 20;

  /** The SOA RRset with the given serial. */
  public RRset rrset(Serial serial) {
    return RRset.of(RRType.SOA, ttl, List.of(rdata(serial)));
  }

  /** The record data with the given serial. */
  public byte[] rdata(Serial serial) {
    ByteBuffer data =
        ByteBuffer.allocate(primary.wireLength() + mailbox.wireLength() + NUMBERS_LENGTH);
    data.put(primary.toWire()).put(mailbox.toWire()).putInt(serial.bits());
    return data.putInt(refresh).putInt(retry).putInt(expire).putInt(negativeTtl).array();
  }
}
