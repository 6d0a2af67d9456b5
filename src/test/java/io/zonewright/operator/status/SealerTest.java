package io.zonewright.operator.status;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.api.v1alpha1.DnsZoneStatus;
import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import io.zonewright.operator.status.Sealer.Decision;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import io.zonewright.zone.compile.Age;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneSource;
import io.zonewright.zone.compile.ZoneVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealerTest {
  private static final SourceId ZONE = new SourceId("dns", "contoso");
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

  private final Sealer sealer = new Sealer();
  private long nanos = 1;
  private @Nullable Serial served;

  @Test
  void contentThatTheStatusNamesIsLeftAlone() {
    assertThat(decide("aa", status(5, "aa"), 0)).isInstanceOf(Decision.Sealed.class);
  }

  @Test
  void newContentIsSealedAfterAQuietTime() {
    assertThat(decide("aa", null, 0)).isInstanceOf(Decision.Wait.class);
    pass(Duration.ofMillis(49));
    assertThat(decide("aa", null, 0)).isInstanceOf(Decision.Wait.class);
    pass(Duration.ofMillis(1));

    assertThat(decide("aa", null, 0)).isInstanceOf(Decision.Now.class);
  }

  @Test
  void churnStretchesTheQuietTimeToABound() {
    int waits = 0;
    while (decide("content " + waits, null, 0) instanceof Decision.Wait) {
      pass(Duration.ofMillis(20));
      waits++;
    }

    assertThat(waits).isEqualTo(25);
  }

  @Test
  void aZoneIsSealedOnceASecondAtMost() {
    sealer.sealed(ZONE, nanos);
    assertThat(decide("bb", status(5, "aa"), 0)).isInstanceOf(Decision.Wait.class);
    pass(Duration.ofMillis(999));
    assertThat(decide("bb", status(5, "aa"), 0)).isInstanceOf(Decision.Wait.class);
    pass(Duration.ofMillis(1));

    assertThat(decide("bb", status(5, "aa"), 0)).isInstanceOf(Decision.Now.class);
  }

  @Test
  void theSerialIsTheTimeIfThatIsTheGreatest() {
    assertThat(serialAfter(status(5, "aa"), 0)).isEqualTo(1_800_000_000L);
  }

  @Test
  void theSerialNeverGoesBackThoughTheClockDoes() {
    assertThat(serialAfter(status(1_900_000_000L, "aa"), 0)).isEqualTo(1_900_000_001L);
  }

  @Test
  void theSerialIsAtLeastTheMinimumOfTheZone() {
    assertThat(serialAfter(status(5, "aa"), 2_026_112_401L)).isEqualTo(2_026_112_401L);
  }

  @Test
  void aRaisedMinimumAloneMakesANewSerial() {
    DnsZoneStatus sealed = status(1_800_000_000L, "bb");
    decide("bb", sealed, 2_026_112_401L);
    pass(Duration.ofMillis(50));

    assertThat(decide("bb", sealed, 2_026_112_401L)).isInstanceOf(Decision.Now.class);
    assertThat(decide("bb", status(2_026_112_401L, "bb"), 2_026_112_401L))
        .isInstanceOf(Decision.Sealed.class);
  }

  @Test
  void aSerialWrapsAround() {
    DnsZoneStatus last = status(4_294_967_295L, "aa");

    assertThat(serialAfter(last, 0)).isEqualTo(1_800_000_000L);
  }

  @Test
  void theFirstSealIsAboveTheSerialThatWasServedUnsealed() {
    served = Serial.of(2_026_112_401L);
    decide("aa", null, 2_026_112_401L);
    pass(Duration.ofMillis(50));

    Decision.Now decision = (Decision.Now) decide("aa", null, 2_026_112_401L);

    assertThat(decision.seal().serial()).isEqualTo(Serial.of(2_026_112_402L));
  }

  @Test
  void aRestartDoesNotSealTheSameContentAgain() {
    served = Serial.of(2_026_112_402L);

    assertThat(decide("aa", status(2_026_112_402L, "aa"), 2_026_112_401L))
        .isInstanceOf(Decision.Sealed.class);
  }

  @Test
  void aNameThatWasServedWithAHigherSerialGetsOneAboveThat() {
    served = Serial.of(1_900_000_000L);

    assertThat(serialAfter(status(5, "bb"), 0)).isEqualTo(1_900_000_001L);
  }

  private long serialAfter(DnsZoneStatus status, long minimum) {
    decide("bb", status, minimum);
    pass(Duration.ofSeconds(2));
    return ((Decision.Now) decide("bb", status, minimum)).seal().serial().toLong();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private Decision decide(String digest, @Nullable DnsZoneStatus status, long minimum) {
    Serial serial = status == null ? null : Serial.of(requireNonNull(status.serial()));
    ZoneFacts facts = new ZoneFacts(verdict(minimum), digest, serial, null, false);
    return sealer.decide(ZONE, facts, status, NOW, nanos);
  }

  private ZoneVerdict verdict(long minimum) {
    ZoneSource source =
        new ZoneSource(
            new Age(Instant.EPOCH, ZONE),
            1,
            "contoso.com",
            300,
            new ZoneSource.Soa(null, null, 7200, 900, 1_209_600, 300, minimum),
            List.of(),
            false);
    Zone zone = served == null ? null : zone(served);
    return new ZoneVerdict(1, source, zone, 1, List.of(), new ZoneVerdict.Counts(0, 0, 0, 0));
  }

  private static Zone zone(Serial serial) {
    DomainName apex = DomainName.parse("contoso.com");
    byte[] soa = new byte[22]; // two root names and five numbers
    return Zone.empty(apex)
        .edit()
        .put(apex, RRset.of(RRType.SOA, 300, List.of(soa)))
        .commit()
        .withSerial(serial);
  }

  private static DnsZoneStatus status(long serial, String digest) {
    return new DnsZoneStatus(
        1L, List.of(), null, null, serial, null, digest, List.of(), List.of(), null, null);
  }
}
