package io.zonewright.zone.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of a zone, as a user wrote it and not yet checked.
 *
 * @param age which resource, and how old
 * @param generation the generation of the resource that says so
 * @param zoneName the apex, without a trailing dot
 * @param defaultTtl in seconds, for record sets without a TTL of their own and for the apex
 * @param soa timers and names of the SOA record
 * @param nameServers the apex NS RRset, with addresses for names inside the zone
 * @param siblingAddresses whether a positive A or AAAA answer brings the other family along
 */
public record ZoneSource(
    Age age,
    long generation,
    String zoneName,
    int defaultTtl,
    Soa soa,
    List<NameServer> nameServers,
    boolean siblingAddresses) {

  /** Copies the list. */
  public ZoneSource {
    nameServers = List.copyOf(nameServers);
  }

  /** Which resource this is. */
  public SourceId id() {
    return age.id();
  }

  /**
   * The SOA record without its serial, which the server counts.
   *
   * @param primary the MNAME, or null for the first name server
   * @param mailbox the RNAME as a mail address, or null for {@code hostmaster@} the zone
   * @param refresh in seconds
   * @param retry in seconds
   * @param expire in seconds
   * @param negativeTtl in seconds (RFC 2308)
   * @param minimumSerial the least serial to use, between 0 and 4294967295
   */
  public record Soa(
      @Nullable String primary,
      @Nullable String mailbox,
      int refresh,
      int retry,
      int expire,
      int negativeTtl,
      long minimumSerial) {}

  /**
   * A name server of the zone.
   *
   * @param name absolute, with a trailing dot
   * @param addresses of both families; only allowed for names inside the zone
   */
  public record NameServer(String name, List<String> addresses) {
    /** Copies the list. */
    public NameServer {
      addresses = List.copyOf(addresses);
    }
  }
}
