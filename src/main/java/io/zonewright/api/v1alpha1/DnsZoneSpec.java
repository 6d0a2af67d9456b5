package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a user wants of a zone. Absent fields take the defaults of the schema, so that a zone read
 * from a file is the same as one read from an API server.
 *
 * @param zoneName the apex, in lower case and without a trailing dot; immutable
 * @param defaultTtl seconds, for the apex and for record sets without a TTL of their own
 * @param soa names and timers of the SOA record
 * @param nameServers the NS records of the apex, with glue
 * @param siblingAddresses whether an answer for one address family brings the other one along
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DnsZoneSpec(
    String zoneName,
    Integer defaultTtl,
    Soa soa,
    List<NameServer> nameServers,
    SiblingAddresses siblingAddresses) {

  /** Fills in the defaults; a missing name reads as an empty one, which no zone has. */
  public DnsZoneSpec {
    zoneName = requireNonNullElse(zoneName, "");
    defaultTtl = requireNonNullElse(defaultTtl, 3600);
    soa = requireNonNullElse(soa, Soa.DEFAULT);
    nameServers = nameServers == null ? List.of() : List.copyOf(nameServers);
    siblingAddresses = requireNonNullElse(siblingAddresses, SiblingAddresses.NEVER);
  }
}
