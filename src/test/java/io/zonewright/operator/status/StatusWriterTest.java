package io.zonewright.operator.status;

import static io.zonewright.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.zonewright.api.v1alpha1.DnsRecordSet;
import io.zonewright.api.v1alpha1.DnsRecordSetSpec;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.api.v1alpha1.ZoneRef;
import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import io.zonewright.zone.compile.CompiledRecordSet;
import io.zonewright.zone.compile.RecordSetVerdict;
import io.zonewright.zone.compile.SourceId;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One record set waits for the proof of its zone; nothing of this is written. */
class StatusWriterTest {
  private static final SourceId ZONE = new SourceId("default", "zone");
  private static final SourceId RECORD_SET = new SourceId("default", "www");

  private static final DnsRecordSetSpec SPEC =
      new DnsRecordSetSpec(
          new ZoneRef("zone"),
          "www",
          "A",
          300,
          List.of("192.0.2.1"),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);

  private final AtomicInteger zoneTurns = new AtomicInteger();
  private final AtomicInteger recordSetTurns = new AtomicInteger();
  private final StatusMarksQueue queue = new StatusMarksQueue();
  private final KubernetesClient client =
      new KubernetesClientBuilder().withConfig(Config.empty()).build();
  private final StatusWriter writer =
      new StatusWriter(queue, new Unproven(), new Cache(), client, "test", Clock.systemUTC());

  @AfterEach
  void close() {
    queue.close();
    client.close();
  }

  @Test
  void waitingRecordSetsAreLookedAtWhenTheirZoneIsProvenAndNotWhenItChanges() {
    awaitProof();

    queue.zones(List.of(ZONE));
    eventually(() -> assertThat(zoneTurns).hasValue(2));
    assertThat(recordSetTurns).hasValue(1);

    queue.proven(ZONE);
    eventually(() -> assertThat(recordSetTurns).hasValue(2));
  }

  @Test
  void whatWaitedInAnEarlierTermIsForgotten() {
    awaitProof();

    writer.follow();
    writer.lead();
    queue.proven(ZONE);
    eventually(() -> assertThat(zoneTurns).hasValue(2));
    queue.zones(List.of(ZONE));
    eventually(() -> assertThat(zoneTurns).hasValue(3));

    assertThat(recordSetTurns).hasValue(1);
  }

  private void awaitProof() {
    writer.lead();
    writer.start(1);
    queue.recordSets(List.of(RECORD_SET));
    eventually(() -> assertThat(recordSetTurns).hasValue(1));
    queue.zones(List.of(ZONE)); // with one worker its turn comes after that of the record set
    eventually(() -> assertThat(zoneTurns).hasValue(1));
  }

  private final class Cache implements Resources {
    @Override
    public @Nullable DnsZone zone(SourceId id) {
      zoneTurns.incrementAndGet();
      return null;
    }

    @Override
    public DnsRecordSet recordSet(SourceId id) {
      recordSetTurns.incrementAndGet();
      DnsRecordSet resource = new DnsRecordSet();
      resource.setMetadata(
          new ObjectMetaBuilder()
              .withNamespace(id.namespace())
              .withName(id.name())
              .withGeneration(1L)
              .build());
      resource.setSpec(SPEC);
      return resource;
    }
  }

  private static final class Unproven implements Served {
    @Override
    public @Nullable ZoneFacts zone(SourceId id) {
      return null;
    }

    @Override
    public @Nullable SourceId rival(SourceId zone) {
      return null;
    }

    @Override
    public RecordSetFacts recordSet(SourceId id, SourceId zone) {
      CompiledRecordSet serving =
          new CompiledRecordSet(
              1, DomainName.parse("www.contoso.com"), 300, List.of(), List.of(1), List.of("A 1"));
      return new RecordSetFacts(new RecordSetVerdict(1, serving, List.of(), 1), null);
    }

    @Override
    public void adopt(SourceId zone, Serial serial, String digest) {}

    @Override
    public void sealed(SourceId zone, Serial serial, ZoneFacts content) {}

    @Override
    public void asked(SourceId zone, Evidence evidence) {}
  }
}
