package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.RRset;
import java.util.List;

/**
 * A description of a zone that is valid in itself: what the apex holds before any record set.
 *
 * @param generation of the resource
 * @param apex the name of the zone
 * @param defaultTtl in seconds; also the TTL of everything here
 * @param soa the SOA record, which wants a serial
 * @param nameServers the NS RRset of the apex
 * @param addresses the addresses of name servers inside the zone; at most one entry for each owner
 * @param siblingAddresses whether a positive A or AAAA answer brings the other family along
 */
public record CompiledZone(
    long generation,
    DomainName apex,
    int defaultTtl,
    SoaTemplate soa,
    RRset nameServers,
    List<NameServerAddresses> addresses,
    boolean siblingAddresses) {
  /** Copies the list. */
  public CompiledZone {
    addresses = List.copyOf(addresses);
  }

  /**
   * The addresses that the description brings for one name server inside the zone.
   *
   * @param owner the name of the name server; the apex itself is possible
   * @param rrsets an A RRset, an AAAA RRset, or both in this order
   */
  public record NameServerAddresses(DomainName owner, List<RRset> rrsets) {
    /** Copies the list. */
    public NameServerAddresses {
      rrsets = List.copyOf(rrsets);
    }
  }
}
