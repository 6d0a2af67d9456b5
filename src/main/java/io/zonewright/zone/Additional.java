package io.zonewright.zone;

import io.zonewright.dns.DomainName;
import java.util.List;

/**
 * RRsets that a response adds because an answer or referral points at their owner: the addresses of
 * both families of an NS, MX, SRV or SVCB target inside the zone.
 *
 * @param owner the target name; for a SVCB or HTTPS RRset whose target is its own owner, and which
 *     stands at a wildcard, that wildcard: the name asked takes its place in a response
 * @param rrsets what is there for it, at least one
 * @param required whether a referral is of no use without it: glue below the zone cut itself (RFC
 *     9471)
 */
public record Additional(DomainName owner, List<RRset> rrsets, boolean required) {}
