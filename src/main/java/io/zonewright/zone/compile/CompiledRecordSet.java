package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.RRset;
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
    List<String> presentation) {}
