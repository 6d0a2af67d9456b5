package io.zonewright.zone.compile;

import static io.zonewright.zone.compile.SampleRecordSets.APEX;
import static io.zonewright.zone.compile.SampleRecordSets.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastGoodCompilationTest {
  @Test
  void compilesWhatTheStatusKeeps() {
    LastGood lastGood =
        new LastGood(7, "www.contoso.com.", 60, List.of("A 192.0.2.1", "AAAA 2001:db8::1"));

    CompiledRecordSet compiled = valid(RecordSetCompiler.compile(lastGood, APEX));

    assertThat(compiled.generation()).isEqualTo(7);
    assertThat(compiled.owner()).isEqualTo(DomainName.parse("www.contoso.com."));
    assertThat(compiled.ttl()).isEqualTo(60);
    assertThat(compiled.claims()).containsExactly(RRType.A, RRType.AAAA);
    assertThat(compiled.presentation()).isEqualTo(lastGood.data());
  }

  @Test
  void refusesANameOutsideTheZone() {
    assertThat(findings(new LastGood(1, "www.example.", 60, List.of("A 192.0.2.1"))))
        .containsExactly(
            new Finding(
                Reason.OUT_OF_ZONE,
                "status.fqdn",
                "'www.example.' lies outside the zone contoso.com."));
  }

  @Test
  void trustsAStatusNoMoreThanASpecification() {
    assertThat(findings(new LastGood(1, "www.contoso.com.", 60, List.of("SOA a. b. 1 2 3 4 5"))))
        .extracting(Finding::field)
        .containsExactly("status.data[0]");
    assertThat(findings(new LastGood(1, "contoso.com.", 60, List.of("CNAME a."))))
        .extracting(Finding::message)
        .containsExactly("CNAME and DS are not allowed at the zone apex");
    assertThat(findings(new LastGood(1, "a.contoso.com.", 60, List.of("CNAME a.", "CNAME b."))))
        .extracting(Finding::message)
        .containsExactly("a CNAME or DNAME has exactly one target");
    assertThat(findings(new LastGood(1, "a.contoso.com.", -1, List.of("A", "x", ""))))
        .extracting(Finding::field)
        .containsExactly("status.ttl", "status.data[0]", "status.data[1]", "status.data[2]");
    assertThat(findings(new LastGood(1, "a.contoso.com.", 1, List.of())))
        .extracting(Finding::field)
        .containsExactly("status.data");
    assertThat(findings(new LastGood(1, "", 1, List.of("A 192.0.2.1"))))
        .extracting(Finding::field)
        .containsExactly("status.fqdn");
  }

  private static List<Finding> findings(LastGood lastGood) {
    return switch (RecordSetCompiler.compile(lastGood, APEX)) {
      case RecordSetCompiler.Result.Valid valid ->
          throw new AssertionError("valid: " + valid.recordSet().presentation());
      case RecordSetCompiler.Result.Invalid invalid -> invalid.findings();
    };
  }
}
