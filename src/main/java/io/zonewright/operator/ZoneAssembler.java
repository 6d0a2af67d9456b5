package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.zonewright.api.v1alpha1.AcceptedZone;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsRecordSetSpec;
import io.zonewright.api.v1alpha1.DnsRecordSetStatus;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.DnsZoneSpec;
import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.api.v1alpha1.NameServer;
import io.zonewright.api.v1alpha1.SiblingAddresses;
import io.zonewright.api.v1alpha1.Soa;
import io.zonewright.dns.Serial;
import io.zonewright.zone.compile.Age;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import io.zonewright.zone.compile.LastGood;
import io.zonewright.zone.compile.RecordSetSource;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneSource;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns resources into what the compiler reads. The last line that sees Kubernetes types, for the
 * operator and for commands that read manifests alike.
 */
public final class ZoneAssembler {
  private ZoneAssembler() {}

  /** Which resource this is; one without a namespace belongs to {@code default}. */
  public static SourceId id(HasMetadata resource) {
    ObjectMeta meta = resource.getMetadata();
    String namespace = Objects.requireNonNullElse(meta.getNamespace(), "default");
    return new SourceId(namespace, Objects.requireNonNullElse(meta.getName(), ""));
  }

  /** The resource of the zone that a record set names. */
  public static SourceId zoneOf(DnsRecordSet resource) {
    return new SourceId(id(resource).namespace(), resource.getSpec().zoneRef().name());
  }

  /** A zone, and what its status says was last accepted of it and sealed. */
  public static ZoneInput zone(DnsZone resource) {
    return new ZoneInput(
        source(resource, generation(resource), resource.getSpec()),
        accepted(resource),
        serial(resource.getStatus()));
  }

  /** A record set and what its status says was last accepted of it. */
  public static RecordSetInput recordSet(DnsRecordSet resource) {
    return new RecordSetInput(source(resource), lastGood(resource.getStatus()));
  }

  /** The generation of a resource; 1 for one that no API server has numbered. */
  public static long generation(HasMetadata resource) {
    Long generation = resource.getMetadata().getGeneration();
    return generation == null ? 1 : generation;
  }

  private static @Nullable ZoneSource accepted(DnsZone resource) {
    DnsZoneStatus status = resource.getStatus();
    AcceptedZone accepted = status == null ? null : status.accepted();
    if (accepted == null || accepted.generation() == null || accepted.spec() == null) {
      return null;
    }
    return source(resource, accepted.generation(), accepted.spec());
  }

  private static @Nullable Serial serial(@Nullable DnsZoneStatus status) {
    Long serial = status == null ? null : status.serial();
    return serial == null ? null : Serial.of(serial);
  }

  private static ZoneSource source(DnsZone resource, long generation, DnsZoneSpec spec) {
    return new ZoneSource(
        age(resource),
        generation,
        spec.zoneName(),
        spec.defaultTtl(),
        soa(spec.soa()),
        spec.nameServers().stream().map(ZoneAssembler::nameServer).toList(),
        spec.siblingAddresses() == SiblingAddresses.ADDITIONAL);
  }

  private static ZoneSource.Soa soa(Soa soa) {
    Long minimum = soa.minimumSerial();
    return new ZoneSource.Soa(
        soa.primary(),
        soa.mailbox(),
        soa.refresh(),
        soa.retry(),
        soa.expire(),
        soa.negativeTtl(),
        minimum == null ? 0 : minimum);
  }

  private static ZoneSource.NameServer nameServer(NameServer server) {
    return new ZoneSource.NameServer(server.name(), server.addresses());
  }

  private static RecordSetSource source(DnsRecordSet resource) {
    DnsRecordSetSpec spec = resource.getSpec();
    return new RecordSetSource(
        age(resource),
        generation(resource),
        spec.zoneRef().name(),
        spec.name(),
        spec.type(),
        spec.ttl(),
        RecordDataAssembler.data(spec));
  }

  private static @Nullable LastGood lastGood(@Nullable DnsRecordSetStatus status) {
    if (status == null
        || status.acceptedGeneration() == null
        || status.fqdn() == null
        || status.ttl() == null
        || status.data().isEmpty()) {
      return null;
    }
    return new LastGood(
        status.acceptedGeneration(), status.fqdn(), status.ttl(), List.copyOf(status.data()));
  }

  private static Age age(HasMetadata resource) {
    return new Age(created(resource.getMetadata().getCreationTimestamp()), id(resource));
  }

  private static Instant created(@Nullable String timestamp) {
    try {
      return timestamp == null ? Instant.EPOCH : Instant.parse(timestamp);
    } catch (DateTimeException unreadable) {
      return Instant.EPOCH;
    }
  }
}
