package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.RRset;
import java.util.ArrayList;
import java.util.List;

/**
 * A record set that is valid in itself.
 *
 * @param generation of the resource
 * @param owner the owner name
 * @param ttl in seconds
 * @param rrsets one, or the two of A+AAAA (the addresses of one family may be absent)
 * @param claims the types it claims at the owner name; A+AAAA claims both whatever its addresses
 * @param presentation each record as {@code TYPE rdata}, sorted; what {@link LastGood} keeps
 */
public record CompiledRecordSet(
    long generation,
    DomainName owner,
    int ttl,
    List<RRset> rrsets,
    List<Integer> claims,
    List<String> presentation) {
  /** What the NS records point at; empty if it holds none. */
  List<DomainName> nameServers() {
    List<DomainName> servers = new ArrayList<>(0);
    for (RRset rrset : rrsets) {
      if (rrset.type() == RRType.NS) {
        rrset.rdata().forEach(rdata -> servers.add(DomainName.fromWire(rdata, 0)));
      }
    }
    return servers;
  }
}
