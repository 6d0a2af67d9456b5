package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the servers say about a zone. Everything is absent until it is known.
 *
 * @param observedGeneration the generation that this status speaks of; -1 before the first look
 * @param conditions Ready, Accepted, Programmed and, only while true, Reconciling or Stalled
 * @param zoneName the apex, as served
 * @param accepted the generation that was last accepted, which is what is served
 * @param serial of the SOA record, between 0 and 4294967295
 * @param serialTime when the serial was given, as an RFC 3339 date and time
 * @param contentDigest of the content that the serial stands for
 * @param nameServers names of the name servers, absolute
 * @param addresses of the name servers inside the zone, both families
 * @param recordSets how the record sets of the zone fare
 * @param servers how many servers answer with the serial
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DnsZoneStatus(
    @Nullable Long observedGeneration,
    List<Condition> conditions,
    @Nullable String zoneName,
    @Nullable AcceptedZone accepted,
    @Nullable Long serial,
    @Nullable String serialTime,
    @Nullable String contentDigest,
    List<String> nameServers,
    List<String> addresses,
    @Nullable RecordSetCounts recordSets,
    @Nullable ServerCounts servers) {

  /** Copies the lists; absent ones read as empty. */
  public DnsZoneStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    nameServers = nameServers == null ? List.of() : List.copyOf(nameServers);
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
  }
}
