package io.zonewright.zone;

import static io.zonewright.zone.ZoneData.name;
import static io.zonewright.zone.ZoneData.rrset;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
  private final Zone zone =
      ZoneData.put(Zone.empty(name("example.com")).edit(), ZoneData.APEX_LINES)
          .put(name("www.example.com"), rrset("A", "192.0.2.1"))
          .commit();

  @Test
  void itIsThirtyTwoHexadecimalDigits() {
    assertThat(zone.digest().toString()).matches("[0-9a-f]{32}");
    assertThat(new ContentDigest(1, -1)).hasToString("0000000000000001ffffffffffffffff");
  }

  @Test
  void everyPartOfAnRRsetCounts() {
    RRset slower = RRset.of(RRType.A, 301, List.of(new byte[] {(byte) 192, 0, 2, 1}));

    assertThat(
            List.of(
                zone.digest(),
                zone.edit().put(name("www.example.com"), slower).commit().digest(),
                zone.edit().put(name("www.example.com"), rrset("A", "192.0.2.2")).commit().digest(),
                zone.edit().put(name("ww.example.com"), rrset("A", "192.0.2.1")).commit().digest(),
                zone.edit().put(name("www.example.com"), rrset("TXT", "a")).commit().digest()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theCaseOfTheOwnerAndTheSerialDoNotCount() {
    Zone shouted =
        zone.edit()
            .remove(name("www.example.com"), RRType.A)
            .put(name("WWW.Example.com"), rrset("A", "192.0.2.1"))
            .commit();

    assertThat(shouted.digest()).isEqualTo(zone.digest());
    assertThat(zone.withSerial(Serial.of(99)).digest()).isEqualTo(zone.digest());
  }

  @Test
  void theSettingOfSiblingAddressesCounts() {
    Zone on = zone.edit().siblingAddresses(true).commit();

    assertThat(on.siblingAddresses()).isTrue();
    assertThat(on.digest()).isNotEqualTo(zone.digest());
    assertThat(on.edit().siblingAddresses(true).commit().digest()).isEqualTo(on.digest());
    assertThat(on.edit().siblingAddresses(false).commit().digest()).isEqualTo(zone.digest());
  }

  @Test
  void addingAndTakingAwayCarryBetweenTheHalves() {
    ContentDigest one = new ContentDigest(1, -2);
    ContentDigest other = new ContentDigest(2, 5);

    assertThat(one.plus(other)).isEqualTo(new ContentDigest(4, 3));
    assertThat(one.plus(other).minus(other)).isEqualTo(one);
    assertThat(ContentDigest.EMPTY.minus(one).plus(one)).isEqualTo(ContentDigest.EMPTY);
  }
}
