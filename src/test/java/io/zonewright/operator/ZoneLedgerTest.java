package io.zonewright.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import io.zonewright.operator.status.AddressFamily;
import io.zonewright.operator.status.Evidence;
import io.zonewright.operator.status.Reach;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import io.zonewright.zone.compile.ZoneVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZoneLedgerTest {
  private static final Serial FIVE = Serial.of(5);
  private static final Serial SIX = Serial.of(6);
  private static final Evidence SERVED =
      new Evidence(FIVE, Map.of(AddressFamily.IPV6, Reach.SERVED));

  private final ZoneLedger ledger = new ZoneLedger();

  @Test
  void aSealOfContentThatIsServedIsTakenOver() {
    ledger.published(version(1));

    assertThat(ledger.adopt(FIVE, digest(1))).isTrue();
    assertThat(ledger.serial()).isEqualTo(FIVE);
    assertThat(ledger.adopt(FIVE, digest(1))).isFalse();
  }

  @Test
  void aSealThatComesBeforeItsContentIsTakenOverWithIt() {
    ledger.published(version(1));
    assertThat(ledger.adopt(FIVE, digest(2))).isFalse();
    assertThat(ledger.serial()).isNull();

    assertThat(ledger.published(version(2))).isEqualTo(FIVE);

    assertThat(ledger.note(SERVED)).isTrue();
    assertThat(ledger.holds(2)).isTrue();
  }

  @Test
  void onlyTheNewestSealWaitsForItsContent() {
    ledger.adopt(SIX, digest(3));
    ledger.adopt(FIVE, digest(2));

    assertThat(ledger.published(version(2))).isNull();
    assertThat(ledger.published(version(3))).isEqualTo(SIX);
  }

  @Test
  void aSealThatWaitedIsForgottenWhenANewerOneIsTakenOver() {
    ledger.published(version(1));
    ledger.adopt(FIVE, digest(2));
    ledger.adopt(SIX, digest(1));

    assertThat(ledger.published(version(2))).isNull();
    assertThat(ledger.serial()).isEqualTo(SIX);
  }

  @Test
  void theLeastSerialGetsItsContentWhenThatComes() {
    ledger.adopt(FIVE, digest(2));
    ledger.floor(FIVE);
    ledger.published(version(1));
    assertThat(ledger.note(SERVED)).isFalse();

    assertThat(ledger.published(version(2))).isEqualTo(FIVE);
    assertThat(ledger.note(SERVED)).isTrue();
  }

  @Test
  void aSerialAtTheLeastIsTakenOverOnce() {
    ledger.published(version(1));
    ledger.floor(FIVE);

    assertThat(ledger.adopt(FIVE, digest(1))).isTrue();
    assertThat(ledger.adopt(FIVE, digest(1))).isFalse();
    assertThat(ledger.adopt(Serial.of(4), digest(1))).isFalse();
  }

  @Test
  void anOwnSealIsTakenOverHoweverMuchWasPublishedSince() {
    for (int number = 1; number <= 1000; number++) {
      ledger.published(version(number));
    }

    assertThat(ledger.adopt(FIVE, digest(1), 1)).isTrue();

    ledger.note(SERVED);
    assertThat(ledger.holds(1)).isTrue();
    assertThat(ledger.holds(2)).isFalse();
  }

  @Test
  void anOwnSealOfAVersionToComeIsOfAnotherResource() {
    ledger.published(version(1));

    assertThat(ledger.adopt(FIVE, digest(2), 2)).isFalse();
  }

  private static String digest(int number) {
    return zone(number).digest().toString();
  }

  private static ZoneVerdict version(int number) {
    return new ZoneVerdict(
        1, null, zone(number), number, List.of(), new ZoneVerdict.Counts(0, 0, 0, 0));
  }

  /** Tells one version from another by the TTL of a record. */
  private static Zone zone(int number) {
    DomainName apex = DomainName.parse("contoso.com");
    return Zone.empty(apex)
        .edit()
        .put(apex, RRset.of(RRType.A, number, List.of(new byte[4])))
        .commit();
  }
}
