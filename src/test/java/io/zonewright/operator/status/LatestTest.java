package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.zonewright.api.v1alpha1.DnsZone;
import io.zonewright.zone.compile.SourceId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LatestTest {
  private static final SourceId ID = new SourceId("dns", "contoso");

  private final AtomicLong nanos = new AtomicLong();
  private final Latest<DnsZone> latest = new Latest<>(nanos::get);

  @Test
  void whatWasWrittenIsLaterThanWhatItWasWrittenFrom() {
    DnsZone own = written(zone("10"), "12");

    assertThat(latest.of(ID, zone("10"))).isSameAs(own);
  }

  @Test
  void whatWasWrittenIsLaterThanAllThatItFollows() {
    DnsZone first = written(zone("10"), "12");
    DnsZone second = written(first, "14");

    assertThat(latest.of(ID, zone("10"))).isSameAs(second);
    assertThat(latest.of(ID, zone("12"))).isSameAs(second);
  }

  @Test
  void theCacheIsRightOnceItHoldsWhatWasWritten() {
    written(zone("10"), "12");

    DnsZone caughtUp = zone("12");
    assertThat(latest.of(ID, caughtUp)).isSameAs(caughtUp);
    assertThat(latest.of(ID, zone("10"))).as("forgotten").isNotNull().isNotSameAs(caughtUp);
  }

  @Test
  void theCacheIsRightIfItHoldsWhatSomebodyElseWrote() {
    written(zone("10"), "12");

    DnsZone others = zone("13");
    assertThat(latest.of(ID, others)).isSameAs(others);
  }

  @Test
  void aClusterThatWasRestoredCountsFromAnOlderVersion() {
    written(zone("900"), "902");

    DnsZone restored = zone("500");
    assertThat(latest.of(ID, restored)).isSameAs(restored);
  }

  @Test
  void aClusterThatWasRestoredToTheVeryVersionBeforeTheWriteIsBelievedInTheEnd() {
    written(zone("900"), "902");

    nanos.addAndGet(Duration.ofMinutes(1).toNanos());

    DnsZone restored = zone("900");
    assertThat(latest.of(ID, restored)).isSameAs(restored);
  }

  @Test
  void aResourceThatIsGoneIsForgotten() {
    written(zone("10"), "12");

    assertThat(latest.of(ID, null)).isNull();
    DnsZone successor = zone("20");
    assertThat(latest.of(ID, successor)).isSameAs(successor);
  }

  private DnsZone written(DnsZone read, String version) {
    DnsZone own = zone(version);
    latest.wrote(ID, read, own);
    return own;
  }

  private static DnsZone zone(String version) {
    DnsZone zone = new DnsZone();
    zone.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(ID.namespace())
            .withName(ID.name())
            .withUid("a")
            .withResourceVersion(version)
            .build());
    return zone;
  }
}
