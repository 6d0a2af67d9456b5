package io.zonewright.bench.compare;

import io.zonewright.testing.Transport;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;

/** How a question is put. */
enum Manner {
  /** Over IPv4 and without EDNS, which all servers are asked. */
  PLAIN(Transport.UDP4, "IPv4, without EDNS"),
  /** Over IPv4, with EDNS and the bit that asks for DNSSEC records. */
  DNSSEC_OK(Transport.UDP4, "EDNS with DO"),
  /** Over IPv6, without EDNS. */
  IPV6(Transport.UDP6, "IPv6");

  private static final int PAYLOAD_SIZE = 1232;

  private final Transport transport;
  private final String title;

  Manner(Transport transport, String title) {
    this.transport = transport;
    this.title = title;
  }

  Transport transport() {
    return transport;
  }

  /** Whether a server is asked so: the peers are compared in the plain manner alone. */
  boolean concerns(Contender contender) {
    return this == PLAIN || contender.peer() == null;
  }

  /** The same question, put in this manner. */
  Message put(Message query) {
    if (this == DNSSEC_OK) {
      query.addRecord(new OPTRecord(PAYLOAD_SIZE, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
    }
    return query;
  }

  /** Whether the response to such a question shows that it was understood (RFC 3225 section 3). */
  boolean isMetBy(Message response) {
    OPTRecord opt = response.getOPT();
    return this != DNSSEC_OK || (opt != null && (opt.getFlags() & ExtendedFlags.DO) != 0);
  }

  @Override
  public String toString() {
    return title;
  }
}
