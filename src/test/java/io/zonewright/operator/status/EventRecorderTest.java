package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.testing.StubApiServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventRecorderTest {
  private static final List<Condition> READY = conditions(new Standing.Programmed("served"));
  private static final List<Condition> WAITING =
      conditions(new Standing.Refused("ZoneNotFound", "no zone", true));

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final DnsRecordSet recordSet = new DnsRecordSet();
  private final DnsZone zone = new DnsZone();
  private StubApiServer server;
  private KubernetesClient client;
  private EventRecorder recorder;

  @BeforeEach
  void start() throws IOException {
    recordSet.setMetadata(new ObjectMetaBuilder().withNamespace("default").withName("www").build());
    zone.setMetadata(new ObjectMetaBuilder().withNamespace("default").withName("zone").build());
    server = StubApiServer.start(this::answer);
    client = new KubernetesClientBuilder().withConfig(server.config()).build();
    recorder = new EventRecorder(client, "test");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      events.add(new String(body, StandardCharsets.UTF_8));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(201, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void aResourceThatWasReadyAndWaitsNowIsToldOf() {
    assertThat(recorder.transition(recordSet, READY, WAITING)).isFalse();

    assertThat(events).singleElement().asString().contains("ZoneNotFound", "no zone", "Normal");
  }

  @Test
  void otherWordsForTheSameAreNotToldOf() {
    assertThat(
            recorder.transition(
                recordSet, READY, conditions(new Standing.Programmed("served as well"))))
        .isFalse();

    assertThat(events).isEmpty();
  }

  @Test
  void theOwnerOfAZoneIsToldOfWhatLiesBelowADelegation() {
    recorder.conflict(
        zone, recordSet, conditions(new Standing.Refused("BelowDelegation", "below", false)));
    recorder.conflict(
        zone, recordSet, conditions(new Standing.Refused("InvalidData", "wrong", false)));

    assertThat(events).singleElement().asString().contains("DnsRecordSet default/www: below");
  }

  @Test
  void theOwnerOfANameIsToldOfWhoWantsItAsWell() {
    DnsZone copy = new DnsZone();
    copy.setMetadata(new ObjectMetaBuilder().withNamespace("other").withName("copy").build());

    recorder.duplicate(
        zone, copy, conditions(new Standing.Refused("DuplicateZone", "older", false)));
    recorder.duplicate(zone, copy, conditions(new Standing.Refused("InvalidData", "no", false)));

    assertThat(events)
        .singleElement()
        .asString()
        .contains("DuplicateZone", "Warning", "DnsZone other/copy has the same zoneName");
  }

  @Test
  void theNameOfAnEventOfALongNameFits() {
    recordSet.getMetadata().setName("a".repeat(215) + "-" + "b".repeat(37));

    recorder.transition(recordSet, READY, WAITING);

    Event event = Serialization.unmarshal(events.getFirst(), Event.class);
    assertThat(event.getMetadata().getName())
        .hasSizeLessThanOrEqualTo(253)
        .matches("a{215}[.][0-9a-f-]{36}");
    assertThat(event.getRegarding().getName()).isEqualTo(recordSet.getMetadata().getName());
  }

  @Test
  void aLongNoteIsCutByOctetsBetweenCharacters() {
    String note = "x" + "\uD83D\uDE00".repeat(300);

    recorder.transition(
        recordSet, READY, conditions(new Standing.Refused("InvalidData", note, false)));

    Event event = Serialization.unmarshal(events.getFirst(), Event.class);
    assertThat(event.getNote()).isEqualTo("x" + "\uD83D\uDE00".repeat(255));
  }

  private static List<Condition> conditions(Standing standing) {
    return Conditions.of(standing, 1, List.of(), Instant.EPOCH);
  }
}
