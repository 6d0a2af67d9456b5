package io.zonewright.operator.status;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsRecordSetStatus;
import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.operator.status.Served.RecordSetFacts;
import io.zonewright.zone.compile.CompiledRecordSet;
import io.zonewright.zone.compile.Finding;
import io.zonewright.zone.compile.Reason;
import io.zonewright.zone.compile.RecordSetVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSetReportTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Finding WRONG = new Finding(Reason.INVALID_DATA, "spec.txt[0]", "wrong");

  private final DnsRecordSet resource = new DnsRecordSet();

  RecordSetReportTest() {
    resource.setMetadata(new ObjectMeta());
  }

  @Test
  void whatIsProvenIsReadyWithTheSerialThatHoldsIt() {
    report(accepted(1, "A 192.0.2.1"), true);

    assertThat(ready()).isEqualTo("True/Programmed");
    assertThat(message())
        .isEqualTo("A server was asked over each of its address families, and answered with it.");
    assertThat(status().serial()).isEqualTo(77);
    assertThat(status().data()).containsExactly("A 192.0.2.1");
  }

  @Test
  void readyIsLatchedWhileTheDataStays() {
    report(accepted(1, "A 192.0.2.1"), true);
    DnsRecordSetStatus before = status();

    report(accepted(1, "A 192.0.2.1"), false);

    assertThat(status()).isEqualTo(before);
  }

  @Test
  void aNewGenerationHasToBeProvenAnew() {
    report(accepted(1, "A 192.0.2.1"), true);

    report(accepted(2, "A 192.0.2.2"), false);

    assertThat(ready()).isEqualTo("False/RollingOut");
    assertThat(message())
        .isEqualTo("Accepted; it is not proven yet that a server answers with it.");
    assertThat(status().serial()).isNull();
  }

  @Test
  void anInvalidGenerationKeepsTheLastGoodOne() {
    report(accepted(1, "A 192.0.2.1"), true);

    report(new RecordSetVerdict(2, serving(1, "A 192.0.2.1"), List.of(WRONG), 1), true);

    assertThat(ready()).isEqualTo("False/InvalidData");
    assertThat(status().observedGeneration()).isEqualTo(2);
    assertThat(status().acceptedGeneration()).isEqualTo(1);
    assertThat(status().data()).containsExactly("A 192.0.2.1");
  }

  @Test
  void whatWasAcceptedOutlivesTheTimeWithoutAZone() {
    report(accepted(1, "A 192.0.2.1"), true);
    Finding absent = new Finding(Reason.ZONE_NOT_FOUND, null, "absent");

    report(new RecordSetVerdict(1, null, List.of(absent), 0), false);

    assertThat(ready()).isEqualTo("False/ZoneNotFound");
    assertThat(status().acceptedGeneration()).isEqualTo(1);
    assertThat(status().data()).containsExactly("A 192.0.2.1");
  }

  @Test
  void aLongListIsShortenedForTheTable() {
    assertThat(DataSummary.of(List.of("A 192.0.2.1", "A 192.0.2.2")))
        .isEqualTo("192.0.2.1, 192.0.2.2");
    assertThat(DataSummary.of(List.of("TXT " + "x".repeat(80), "TXT y"))).endsWith("x +1");
  }

  private void report(RecordSetVerdict verdict, boolean proven) {
    RecordSetFacts facts = new RecordSetFacts(verdict, proven ? Serial.of(77) : null);
    resource.setStatus(RecordSetReport.of(resource, facts, NOON));
  }

  private static RecordSetVerdict accepted(long generation, String data) {
    return new RecordSetVerdict(generation, serving(generation, data), List.of(), 1);
  }

  private static CompiledRecordSet serving(long generation, String data) {
    return new CompiledRecordSet(
        generation, DomainName.parse("www.contoso.com"), 300, List.of(), List.of(1), List.of(data));
  }

  private DnsRecordSetStatus status() {
    @Nullable DnsRecordSetStatus status = resource.getStatus();
    return requireNonNull(status);
  }

  private String message() {
    return status().conditions().getFirst().getMessage();
  }

  private String ready() {
    var ready = status().conditions().getFirst();
    return ready.getStatus() + "/" + ready.getReason();
  }
}
