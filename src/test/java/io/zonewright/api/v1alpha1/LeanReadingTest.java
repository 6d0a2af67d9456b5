package io.zonewright.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a resource that an API server sends, and what is not. */
class LeanReadingTest {
  private static final String RECORD_SET =
      """
      {
        "apiVersion": "zonewright.io/v1alpha1",
        "kind": "DnsRecordSet",
        "metadata": {
          "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}"},
          "creationTimestamp": "2026-11-28T15:00:00Z",
          "deletionGracePeriodSeconds": 0,
          "deletionTimestamp": "2026-11-28T16:00:00Z",
          "finalizers": ["example.com/held"],
          "fromTheFuture": {"a": [1]},
          "generation": 3,
          "labels": {"app": "shop"},
          "managedFields": [{"manager": "kubectl", "fieldsV1": {"f:spec": {"f:name": {}}}}],
          "name": "%1$s",
          "namespace": "dns",
          "ownerReferences": [
            {"apiVersion": "v1", "kind": "ConfigMap", "name": "a", "uid": "b"}],
          "resourceVersion": "77",
          "uid": "0f9c4f9e-8d4a-4f0b-9d53-0a7a3c3f1b57"
        },
        "spec": {
          "addresses": ["192.0.2.1", "2001:db8::1"],
          "name": "%1$s",
          "type": "A+AAAA",
          "ttl": 60,
          "zoneRef": {"name": "contoso-com"}
        },
        "status": {
          "acceptedGeneration": 3,
          "conditions": [
            {
              "lastTransitionTime": "2026-11-28T15:00:01Z",
              "message": "A server answered.",
              "observedGeneration": 3,
              "reason": "Programmed",
              "status": "True",
              "type": "Ready"
            },
            {"type": "Accepted", "status": "True", "reason": "Accepted", "message": null}
          ],
          "data": ["A 192.0.2.1", "AAAA 2001:db8::1"],
          "dataSummary": "192.0.2.1, 2001:db8::1",
          "fqdn": "www.contoso.com.",
          "observedGeneration": 3,
          "serial": 1795880000,
          "ttl": 60
        }
      }
      """;

  private static final String ZONE =
      """
      {
        "apiVersion": "zonewright.io/v1alpha1",
        "kind": "DnsZone",
        "metadata": {"name": "contoso-com", "namespace": "dns", "labels": {"app": "dns"}},
        "spec": {"zoneName": "contoso.com", "soa": {"refresh": 60}},
        "status": {
          "serial": 7,
          "contentDigest": "d1",
          "accepted": {"generation": 1, "spec": {"zoneName": "contoso.com"}},
          "recordSets": {"total": 3, "programmed": 2, "conflicted": 1, "rejected": 0}
        }
      }
      """;

  private final ObjectMapper lean = lean();

  @Test
  void whoAResourceIsAndInWhichStateStays() throws JsonProcessingException {
    ObjectMeta metadata = recordSet("www").getMetadata();

    assertThat(metadata.getName()).isEqualTo("www");
    assertThat(metadata.getNamespace()).isEqualTo("dns");
    assertThat(metadata.getUid()).isEqualTo("0f9c4f9e-8d4a-4f0b-9d53-0a7a3c3f1b57");
    assertThat(metadata.getResourceVersion()).isEqualTo("77");
    assertThat(metadata.getGeneration()).isEqualTo(3);
    assertThat(metadata.getCreationTimestamp()).isEqualTo("2026-11-28T15:00:00Z");
    assertThat(recordSet("www").isMarkedForDeletion()).isTrue();
  }

  @Test
  void theRestOfTheMetadataIsNotKept() throws JsonProcessingException {
    ObjectMeta metadata = recordSet("www").getMetadata();

    assertThat(metadata.getManagedFields()).isEmpty();
    assertThat(metadata.getAnnotations()).isEmpty();
    assertThat(metadata.getLabels()).isEmpty();
    assertThat(metadata.getFinalizers()).isEmpty();
    assertThat(metadata.getOwnerReferences()).isEmpty();
    assertThat(metadata.getAdditionalProperties()).isEmpty();
  }

  /** The writer of status compares what it would write with what is there. */
  @Test
  void specAndStatusAreReadAsByAnyMapper() throws JsonProcessingException {
    ObjectMapper any = new ObjectMapper();
    ResourceMapper.lenient(any);
    DnsRecordSet recordSet = any.readValue(RECORD_SET.formatted("www"), DnsRecordSet.class);
    DnsZone zone = any.readValue(ZONE, DnsZone.class);

    assertThat(recordSet("www").getSpec()).isEqualTo(recordSet.getSpec());
    assertThat(recordSet("www").getStatus()).isEqualTo(recordSet.getStatus());
    assertThat(lean.readValue(ZONE, DnsZone.class).getSpec()).isEqualTo(zone.getSpec());
    assertThat(lean.readValue(ZONE, DnsZone.class).getStatus()).isEqualTo(zone.getStatus());
    assertThat(zone.getStatus()).isNotNull();
  }

  @Test
  void whatManyHaveInCommonIsHeldOnce() throws JsonProcessingException {
    DnsRecordSet one = recordSet("www");
    DnsRecordSet other = recordSet("mail");

    assertThat(other.getMetadata().getNamespace()).isSameAs(one.getMetadata().getNamespace());
    assertThat(other.getMetadata().getCreationTimestamp())
        .isSameAs(one.getMetadata().getCreationTimestamp());
    assertThat(other.getSpec().type()).isSameAs(one.getSpec().type());
    assertThat(other.getSpec().zoneRef().name()).isSameAs(one.getSpec().zoneRef().name());
    assertThat(conditions(other).getFirst()).isSameAs(conditions(one).getFirst());
  }

  @Test
  void aConditionOfOneResourceIsNotThatOfAnother() throws JsonProcessingException {
    Condition one = conditions(recordSet("www")).getFirst();
    String later = RECORD_SET.formatted("www").replace("15:00:01", "15:00:02");
    Condition other = conditions(lean.readValue(later, DnsRecordSet.class)).getFirst();

    assertThat(one.getLastTransitionTime()).isEqualTo("2026-11-28T15:00:01Z");
    assertThat(other.getLastTransitionTime()).isEqualTo("2026-11-28T15:00:02Z");
    assertThat(other.getMessage()).isSameAs(one.getMessage());
  }

  /** A text of a user is not to be held when its resource is gone. */
  @Test
  void aLongTextIsNotShared() throws JsonProcessingException {
    String long1 = RECORD_SET.formatted("www").replace("A server answered.", "x".repeat(257));

    assertThat(conditions(lean.readValue(long1, DnsRecordSet.class)).getFirst())
        .isNotSameAs(conditions(lean.readValue(long1, DnsRecordSet.class)).getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"status\": 7", "\"status\": {\"serial\": {\"a\": [1]}}", "\"status\": [[{}]]"})
  void whatFollowsAStatusThatCannotBeReadIsRead(String status) throws JsonProcessingException {
    String text = ZONE.substring(0, ZONE.indexOf("\"status\"")) + status;

    DnsZone zone =
        lean.readValue(text + ", \"spec\": {\"zoneName\": \"b.example\"}}", DnsZone.class);

    assertThat(zone.getStatus()).isNull();
    assertThat(zone.getSpec().zoneName()).isEqualTo("b.example");
  }

  @Test
  void whatIsNoJsonIsNoStatusThatCannotBeRead() {
    String text = ZONE.replace("\"d1\"", "d1");

    assertThatThrownBy(() -> lean.readValue(text, DnsZone.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void whatIsNoResourceIsRefused() {
    assertThatThrownBy(() -> lean.readValue("[]", DnsZone.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  private DnsRecordSet recordSet(String name) throws JsonProcessingException {
    return lean.readValue(RECORD_SET.formatted(name), DnsRecordSet.class);
  }

  private static List<Condition> conditions(DnsRecordSet recordSet) {
    return recordSet.getStatus().conditions();
  }

  private static ObjectMapper lean() {
    ObjectMapper mapper = new ObjectMapper();
    ResourceMapper.lean(mapper);
    return mapper;
  }
}
