package io.zonewright.operator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.zone.compile.LastGood;
import io.zonewright.zone.compile.RecordData;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneAssemblerTest {
  private static final String ZONE =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsZone
      metadata: {name: contoso, namespace: dns, generation: 3, creationTimestamp: "2026-01-02T03:04:05Z"}
      spec:
        zoneName: contoso.com
        nameServers: [{name: ns1.contoso.com., addresses: [192.0.2.1, "2001:db8::1"]}]
        siblingAddresses: Additional
      status:
        accepted:
          generation: 2
          spec: {zoneName: contoso.com, defaultTtl: 60, nameServers: [{name: ns9.contoso.com.}]}
      """;

  private static final String RECORD_SET =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsRecordSet
      metadata: {name: www, namespace: dns, generation: 5}
      spec: {zoneRef: {name: contoso}, name: www, type: A+AAAA, addresses: [192.0.2.10, "2001:db8::10"]}
      status: {acceptedGeneration: 4, fqdn: www.contoso.com., ttl: 300, data: [A 192.0.2.9]}
      """;

  @Test
  void aZoneBringsItsDefaultsAgeAndWhatWasLastAccepted() {
    var input = ZoneAssembler.zone(Serialization.unmarshal(ZONE, DnsZone.class));

    assertThat(input.source().id()).isEqualTo(new SourceId("dns", "contoso"));
    assertThat(input.source().age().created()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(input.source().generation()).isEqualTo(3);
    assertThat(input.source().defaultTtl()).isEqualTo(3600);
    assertThat(input.source().siblingAddresses()).isTrue();
    assertThat(input.source().nameServers().getFirst().addresses())
        .containsExactly("192.0.2.1", "2001:db8::1");
    ZoneSource lastGood = requireNonNull(input.lastGood());
    assertThat(lastGood.generation()).isEqualTo(2);
    assertThat(lastGood.defaultTtl()).isEqualTo(60);
  }

  @Test
  void aRecordSetBringsItsOneDataFieldAndWhatWasLastAccepted() {
    var input = ZoneAssembler.recordSet(Serialization.unmarshal(RECORD_SET, DnsRecordSet.class));

    assertThat(input.source().zone()).isEqualTo(new SourceId("dns", "contoso"));
    assertThat(input.source().data())
        .isEqualTo(new RecordData.Addresses(List.of("192.0.2.10", "2001:db8::10")));
    assertThat(input.lastGood())
        .isEqualTo(new LastGood(4, "www.contoso.com.", 300, List.of("A 192.0.2.9")));
  }

  @Test
  void aManifestWithoutCreationTimeIsAsOldAsCanBe() {
    var input = ZoneAssembler.recordSet(Serialization.unmarshal(RECORD_SET, DnsRecordSet.class));

    assertThat(input.source().age().created()).isEqualTo(Instant.EPOCH);
  }
}
