package io.zonewright.operator.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.zonewright.api.v1alpha1.AcceptedZone;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.api.v1alpha1.RecordSetCounts;
import io.zonewright.api.v1alpha1.ServerCounts;
import io.zonewright.zone.compile.ZoneSource;
import io.zonewright.zone.compile.ZoneSource.NameServer;
import io.zonewright.zone.compile.ZoneVerdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status that a zone should have. */
final class ZoneReport {
  private static final DnsZoneStatus NOTHING =
      new DnsZoneStatus(
          null, List.of(), null, null, null, null, null, List.of(), List.of(), null, null);

  private final DnsZoneStatus last;
  private final ZoneFacts facts;
  private final ZoneVerdict verdict;
  private final @Nullable Seal seal;
  private final boolean patient;

  private ZoneReport(
      @Nullable DnsZoneStatus last, ZoneFacts facts, @Nullable Seal seal, boolean patient) {
    this.last = last == null ? NOTHING : last;
    this.facts = facts;
    this.verdict = facts.verdict();
    this.seal = seal;
    this.patient = patient;
  }

  /**
   * The status of a resource, of the generation that was judged.
   *
   * @param seal a new one, or null to keep the serial that the status has
   * @param patient whether a server whose proof is missing still counts if it did
   */
  static DnsZoneStatus of(
      DnsZone resource, ZoneFacts facts, @Nullable Seal seal, boolean patient, Instant now) {
    return new ZoneReport(resource.getStatus(), facts, seal, patient).status(now);
  }

  /**
   * Whether two statuses differ in nothing but the count of record sets and the words of the
   * conditions, which name each serial.
   */
  static boolean differInDetailsAlone(DnsZoneStatus one, DnsZoneStatus other) {
    return !one.equals(other) && withoutDetails(one).equals(withoutDetails(other));
  }

  private static DnsZoneStatus withoutDetails(DnsZoneStatus status) {
    return new DnsZoneStatus(
        status.observedGeneration(),
        Conditions.withoutMessages(status.conditions()),
        status.zoneName(),
        status.accepted(),
        status.serial(),
        status.serialTime(),
        status.contentDigest(),
        status.nameServers(),
        status.addresses(),
        null,
        status.servers());
  }

  private DnsZoneStatus status(Instant now) {
    List<Condition> conditions =
        Conditions.of(standing(), verdict.generation(), last.conditions(), now);
    ZoneSource served = verdict.served();
    return new DnsZoneStatus(
        verdict.generation(),
        conditions,
        served == null ? last.zoneName() : served.zoneName(),
        served == null
            ? last.accepted()
            : new AcceptedZone(served.generation(), AcceptedSpec.of(served)),
        seal == null ? last.serial() : Long.valueOf(seal.serial().toLong()),
        seal == null ? last.serialTime() : seal.time().truncatedTo(ChronoUnit.SECONDS).toString(),
        seal == null ? last.contentDigest() : seal.digest(),
        served == null ? List.of() : served.nameServers().stream().map(NameServer::name).toList(),
        served == null ? List.of() : addresses(served),
        counts(),
        servers());
  }

  private Standing standing() {
    ZoneSource served = verdict.served();
    if (!verdict.accepted() || served == null) {
      return Standing.Refused.of(verdict.findings(), served == null ? null : served.generation());
    }
    if (facts.generationProven() || isLatched()) {
      return new Standing.Programmed(service());
    }
    Evidence evidence = facts.evidence();
    return new Standing.RollingOut(
        evidence == null || evidence.isComplete()
            ? "Accepted; it is not proven yet that a server answers with it."
            : evidence.sentence());
  }

  /** Over what it is answered. What is not known yet, or may pass, leaves it as it was told. */
  private String service() {
    Evidence evidence = facts.evidence();
    if (evidence != null && (evidence.isComplete() || !patient)) {
      return evidence.sentence();
    }
    return Conditions.messageOfReady(last.conditions())
        .orElse("An earlier serial is served; the newest is not proven yet.");
  }

  private boolean isLatched() {
    return Conditions.isReady(last.conditions(), verdict.generation());
  }

  private boolean wasCurrent() {
    return last.servers() != null && last.servers().current() > 0;
  }

  private static List<String> addresses(ZoneSource served) {
    return served.nameServers().stream()
        .flatMap(server -> server.addresses().stream())
        .distinct()
        .limit(16)
        .toList();
  }

  private RecordSetCounts counts() {
    ZoneVerdict.Counts counts = verdict.counts();
    return new RecordSetCounts(
        counts.total(), counts.programmed(), counts.conflicted(), counts.rejected());
  }

  /** Outside of a cluster of replicas the one server expected is this process. */
  private ServerCounts servers() {
    boolean due = verdict.served() != null && !(standing() instanceof Standing.RollingOut);
    boolean current = due && (facts.proven() || (patient && wasCurrent()));
    return current ? new ServerCounts(1, 1, "1/1") : new ServerCounts(1, 0, "0/1");
  }
}
