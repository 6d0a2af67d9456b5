package io.zonewright.operator.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsRecordSetStatus;
import io.zonewright.operator.status.Served.RecordSetFacts;
import io.zonewright.zone.compile.CompiledRecordSet;
import io.zonewright.zone.compile.RecordSetVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status that a record set should have. */
final class RecordSetReport {
  private static final DnsRecordSetStatus NOTHING =
      new DnsRecordSetStatus(null, List.of(), null, null, null, List.of(), null, null);

  private final DnsRecordSetStatus last;
  private final RecordSetFacts facts;
  private final RecordSetVerdict verdict;

  private RecordSetReport(@Nullable DnsRecordSetStatus last, RecordSetFacts facts) {
    this.last = last == null ? NOTHING : last;
    this.facts = facts;
    this.verdict = facts.verdict();
  }

  /** The status of a resource, of the generation that was judged. */
  static DnsRecordSetStatus of(DnsRecordSet resource, RecordSetFacts facts, Instant now) {
    return new RecordSetReport(resource.getStatus(), facts).status(now);
  }

  /** Whether it is accepted and nothing but the proof is missing. */
  static boolean awaitsProof(DnsRecordSet resource, RecordSetFacts facts) {
    return new RecordSetReport(resource.getStatus(), facts).standing()
        instanceof Standing.RollingOut;
  }

  private DnsRecordSetStatus status(Instant now) {
    Standing standing = standing();
    List<Condition> conditions =
        Conditions.of(standing, verdict.generation(), last.conditions(), now);
    CompiledRecordSet serving = verdict.serving();
    return serving == null
        ? withWhatWasAccepted(conditions)
        : new DnsRecordSetStatus(
            verdict.generation(),
            conditions,
            serving.generation(),
            serving.owner().toString(),
            serving.ttl(),
            serving.presentation(),
            DataSummary.of(serving.presentation()),
            serial(serving));
  }

  /** What was last accepted stays in the status, for it may be served again. */
  private DnsRecordSetStatus withWhatWasAccepted(List<Condition> conditions) {
    return new DnsRecordSetStatus(
        verdict.generation(),
        conditions,
        last.acceptedGeneration(),
        last.fqdn(),
        last.ttl(),
        last.data(),
        last.dataSummary(),
        last.serial());
  }

  private Standing standing() {
    CompiledRecordSet serving = verdict.serving();
    if (!verdict.accepted() || serving == null) {
      return Standing.Refused.of(verdict.findings(), serving == null ? null : serving.generation());
    }
    if (facts.proven() || isLatched(serving)) {
      return new Standing.Programmed(
          "A server was asked over each of its address families, and answered with it.");
    }
    return new Standing.RollingOut("Accepted; it is not proven yet that a server answers with it.");
  }

  /** Once proven, a generation stays so while its data does, whatever restarts in between. */
  private boolean isLatched(CompiledRecordSet serving) {
    return Conditions.isReady(last.conditions(), verdict.generation()) && isSameData(serving);
  }

  private boolean isSameData(CompiledRecordSet serving) {
    return serving.presentation().equals(last.data())
        && serving.owner().toString().equals(last.fqdn())
        && Integer.valueOf(serving.ttl()).equals(last.ttl());
  }

  /**
   * The first serial that was proven to hold the data. Where the status is written late it is one
   * after that, which holds the data all the same.
   */
  private @Nullable Long serial(CompiledRecordSet serving) {
    if (isSameData(serving) && last.serial() != null) {
      return last.serial();
    }
    return facts.serial() == null ? null : Long.valueOf(facts.serial().toLong());
  }
}
