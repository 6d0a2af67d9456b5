package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.dns.Serial;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneVerdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What another replica sealed is taken over from the status; nothing has to be written for it. */
class ZoneStatusWorkTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final SourceId ZONE = new SourceId("default", "zone");
  private static final ZoneFacts FACTS =
      new ZoneFacts(
          new ZoneVerdict(
              1, ZoneReportTest.SOURCE, null, 1, List.of(), new ZoneVerdict.Counts(0, 0, 0, 0)),
          "digest",
          null,
          null,
          false);

  private final List<String> adopted = new ArrayList<>();
  private final DnsZone resource = new DnsZone();
  private final KubernetesClient client =
      new KubernetesClientBuilder().withConfig(Config.empty()).build();
  private final ZoneStatusWork work =
      new ZoneStatusWork(
          new Desk(),
          new Cache(),
          new StatusClient(client),
          new EventRecorder(client, "test"),
          Clock.fixed(NOON, ZoneOffset.UTC));

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void theSerialOfTheContentThatIsServedIsAdopted() {
    sealed("digest");

    assertThat(work.on(ZONE)).as("the missing proof is looked at again").isPresent();

    assertThat(adopted).containsExactly("default/zone 77 digest");
  }

  @Test
  void theSerialOfOtherContentIsNot() {
    sealed("other");

    assertThat(work.on(ZONE)).as("the content is to be sealed soon").isPresent();

    assertThat(adopted).isEmpty();
  }

  @Test
  void nothingIsDoneWithAGenerationThatIsNotJudgedYet() {
    sealed("digest");
    resource.getMetadata().setGeneration(2L);

    assertThat(work.on(ZONE)).isEmpty();

    assertThat(adopted).isEmpty();
  }

  private void sealed(String digest) {
    resource.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(ZONE.namespace())
            .withName(ZONE.name())
            .withGeneration(1L)
            .build());
    Seal seal = new Seal(Serial.of(77), NOON, digest);
    resource.setStatus(ZoneReport.of(resource, FACTS, seal, false, NOON));
  }

  private final class Cache implements Resources {
    @Override
    public DnsZone zone(SourceId id) {
      return resource;
    }

    @Override
    public @Nullable DnsRecordSet recordSet(SourceId id) {
      return null;
    }
  }

  private final class Desk implements Served {
    @Override
    public ZoneFacts zone(SourceId id) {
      return FACTS;
    }

    @Override
    public void adopt(SourceId zone, Serial serial, String digest) {
      adopted.add(zone + " " + serial.toLong() + " " + digest);
    }

    @Override
    public @Nullable SourceId rival(SourceId zone) {
      return null;
    }

    @Override
    public @Nullable RecordSetFacts recordSet(SourceId id, SourceId zone) {
      return null;
    }

    @Override
    public void sealed(SourceId zone, Serial serial, ZoneFacts content) {}

    @Override
    public void asked(SourceId zone, Evidence evidence) {}
  }
}
