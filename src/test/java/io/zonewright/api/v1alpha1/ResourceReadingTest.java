package io.zonewright.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The resources as Jackson reads and writes them. */
class ResourceReadingTest {
  private static final String ZONE =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsZone
      metadata: {name: contoso-com, namespace: dns}
      spec:
        zoneName: contoso.com
        nameServers:
        - name: ns1.contoso.com.
          addresses: [192.0.2.1, "2001:db8::1"]
      """;

  private static final String RECORD_SET =
      """
      apiVersion: zonewright.io/v1alpha1
      kind: DnsRecordSet
      metadata: {name: contoso-com-mx, namespace: dns}
      spec:
        zoneRef: {name: contoso-com}
        name: "@"
        type: MX
        mx:
        - {preference: 10, exchange: mail.contoso.com.}
      """;

  @Test
  void absentFieldsOfAZoneTakeTheDefaultsOfTheSchema() throws JsonProcessingException {
    DnsZoneSpec spec = lenient().readValue(ZONE, DnsZone.class).getSpec();
    assertThat(spec)
        .isEqualTo(
            new DnsZoneSpec(
                "contoso.com",
                3600,
                new Soa(null, null, null, 7200, 900, 1_209_600, 300),
                List.of(new NameServer("ns1.contoso.com.", List.of("192.0.2.1", "2001:db8::1"))),
                SiblingAddresses.NEVER));
  }

  @Test
  void onlyTheDataFieldThatIsSetIsNotNull() throws JsonProcessingException {
    DnsRecordSetSpec spec = lenient().readValue(RECORD_SET, DnsRecordSet.class).getSpec();
    assertThat(spec.mx()).containsExactly(new MxEntry(10, "mail.contoso.com."));
    assertThat(spec.addresses()).isNull();
    assertThat(spec.ttl()).isNull();
  }

  @Test
  void whatIsAbsentIsNotWritten() throws JsonProcessingException {
    DnsRecordSet read = lenient().readValue(RECORD_SET, DnsRecordSet.class);
    assertThat(new ObjectMapper().valueToTree(read.getSpec()).toString())
        .isEqualTo(
            "{\"zoneRef\":{\"name\":\"contoso-com\"},\"name\":\"@\",\"type\":\"MX\","
                + "\"mx\":[{\"preference\":10,\"exchange\":\"mail.contoso.com.\"}]}");
  }

  @Test
  void anEmptyStatusWritesNothing() {
    DnsRecordSetStatus empty =
        new DnsRecordSetStatus(null, List.of(), null, null, null, List.of(), null, null);
    assertThat(new ObjectMapper().valueToTree(empty).toString()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "siblingAddresses: Someday",
        "fromTheFuture: 1",
        "soa: {fromTheFuture: 1}",
        "defaultTtl: 1.5"
      })
  void theFutureIsAnErrorToAStrictMapperOnly(String line) throws JsonProcessingException {
    String yaml = ZONE + "  " + line + "\n";
    assertThat(lenient().readValue(yaml, DnsZone.class).getSpec().zoneName())
        .isEqualTo("contoso.com");
    assertThatThrownBy(() -> strict().readValue(yaml, DnsZone.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"- {exchange: mail.contoso.com.}", "- ~", "- {preference: \"10\"}"})
  void aStrictMapperRefusesMissingNumbersNullItemsAndNumbersInQuotes(String item) {
    String yaml = RECORD_SET.replace("- {preference: 10, exchange: mail.contoso.com.}", item);
    assertThatThrownBy(() -> strict().readValue(yaml, DnsRecordSet.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("mx");
  }

  @Test
  void aStrictMapperReadsWhatIsRight() throws JsonProcessingException {
    assertThat(strict().readValue(ZONE, DnsZone.class).getSpec().soa()).isEqualTo(Soa.DEFAULT);
    assertThat(strict().readValue(RECORD_SET, DnsRecordSet.class).getSpec().mx()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{soa: x}",
        "{zoneName: contoso.com, nameServers: [~]}",
        "{zoneName: contoso.com, soa: {refresh: 99999999999}}",
        "{zoneName: [a, b]}",
        "a text",
        "[1]"
      })
  void anAcceptedSpecThatCannotBeReadIsNone(String spec) throws JsonProcessingException {
    String yaml = ZONE + "status: {serial: 7, accepted: {generation: 1, spec: %s}}\n";

    DnsZone zone = lenient().readValue(yaml.formatted(spec), DnsZone.class);

    assertThat(zone.getStatus()).isNotNull();
    assertThat(zone.getStatus().accepted()).isNull();
    assertThat(zone.getStatus().serial()).as("the rest of the status").isEqualTo(7);
  }

  @Test
  void aStatusThatCannotBeReadIsNone() throws JsonProcessingException {
    String conditions = "status: {conditions: [~]}\n";

    assertThat(lenient().readValue(ZONE + conditions, DnsZone.class).getStatus()).isNull();
    DnsRecordSet recordSet = lenient().readValue(RECORD_SET + conditions, DnsRecordSet.class);
    assertThat(recordSet.getStatus()).isNull();
    assertThat(recordSet.getSpec().mx()).hasSize(1);
  }

  @Test
  void countsThatCannotBeReadAreNone() throws JsonProcessingException {
    String counts =
        "status: {serial: 7, recordSets: {total: 3000000000}, servers: {expected: many}}\n";

    DnsZoneStatus status = lenient().readValue(ZONE + counts, DnsZone.class).getStatus();

    assertThat(status.recordSets()).isNull();
    assertThat(status.servers()).isNull();
    assertThat(status.serial()).isEqualTo(7);
  }

  @Test
  void aReadableStatusIsReadWhole() throws JsonProcessingException {
    String status =
        "status: {serial: 7, accepted: {generation: 1, spec: {zoneName: b.example}}, conditions: []}";

    DnsZoneStatus read = lenient().readValue(ZONE + status, DnsZone.class).getStatus();

    assertThat(read.serial()).isEqualTo(7);
    assertThat(read.accepted())
        .isEqualTo(
            new AcceptedZone(
                1L,
                new DnsZoneSpec(
                    "b.example", 3600, Soa.DEFAULT, List.of(), SiblingAddresses.NEVER)));
  }

  private static ObjectMapper lenient() {
    ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
    ResourceMapper.lenient(mapper);
    return mapper;
  }

  private static ObjectMapper strict() {
    ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
    ResourceMapper.strict(mapper);
    return mapper;
  }
}
