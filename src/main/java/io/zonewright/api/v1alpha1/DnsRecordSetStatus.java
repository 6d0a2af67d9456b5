package io.zonewright.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the servers say about a record set. Everything is absent until it is known.
 *
 * @param observedGeneration the generation that this status speaks of; -1 before the first look
 * @param conditions Ready, Accepted, Programmed and, only while true, Reconciling or Stalled
 * @param acceptedGeneration the generation that {@code fqdn}, {@code ttl} and {@code data} are of
 * @param fqdn the owner name, absolute with a trailing dot
 * @param ttl seconds, as served
 * @param data each record as {@code TYPE rdata} in presentation form, as served
 * @param dataSummary the data for a table, shortened
 * @param serial the first serial of the zone that holds the data
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DnsRecordSetStatus(
    @Nullable Long observedGeneration,
    List<Condition> conditions,
    @Nullable Long acceptedGeneration,
    @Nullable String fqdn,
    @Nullable Integer ttl,
    List<String> data,
    @Nullable String dataSummary,
    @Nullable Long serial) {

  /** Copies the lists; absent ones read as empty. */
  public DnsRecordSetStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    data = data == null ? List.of() : List.copyOf(data);
  }
}
