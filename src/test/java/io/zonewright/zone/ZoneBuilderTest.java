package io.zonewright.zone;

import static io.zonewright.zone.ZoneData.name;
import static io.zonewright.zone.ZoneData.rrset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a zone built at once refuses, and what it shares with the zones made by editing. */
class ZoneBuilderTest {
  private static final DomainName APEX = name("example.com");
  private static final RRset SOA =
      rrset("SOA", "ns1.example.com hostmaster.example.com 1 7200 900 1209600 60");
  private static final List<RRset> ADDRESS = List.of(rrset("A", "192.0.2.1"));

  private final ZoneBuilder builder = new ZoneBuilder(APEX, List.of(SOA));

  @Test
  void theDigestIsThatOfTheSameZoneEditedWhateverTheSerial() {
    builder.add(name("www.example.com"), ADDRESS);
    Zone built = builder.build();
    Zone edited =
        Zone.empty(APEX)
            .edit()
            .put(APEX, SOA)
            .put(name("www.example.com"), ADDRESS.getFirst())
            .commit();
    assertThat(built.withSerial(new Serial(7)).digest()).isEqualTo(edited.digest());
    assertThat(built.digest()).isEqualTo(edited.digest());
    assertThat(built.nodeCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.example.com", "b.example.com", "B.example.com", "example.com"})
  void ownersOutOfOrderOrTwiceAreRefusedAtTheEndAtTheLatest(String owner) {
    builder.add(name("b.example.com"), ADDRESS);
    assertThatThrownBy(
            () -> {
              builder.add(name(owner), ADDRESS);
              builder.build();
            })
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOwnerAfterOneBelowItIsRefused() {
    builder.add(name("a.b.example.com"), ADDRESS);
    builder.add(name("b.example.com"), ADDRESS);
    assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatMayNotStandThereIsRefused() {
    assertThatThrownBy(() -> builder.add(name("a.example.com"), List.of(SOA)))
        .hasMessageContaining("a SOA stands at the apex only");
    assertThatThrownBy(() -> builder.add(name("example.org"), ADDRESS))
        .hasMessageContaining("is not at or below");
  }

  @Test
  void labelsThatDifferLateOrInOneEndingTheOtherAreAllFound() {
    List<String> labels = List.of("a", "a\\000", "a*", "aa", "ab", "ab-", "b" + "x".repeat(62));
    labels.forEach(label -> builder.add(name(label + ".example.com"), ADDRESS));
    Zone zone = builder.build();
    for (String label : labels) {
      ZoneNode node = zone.find(name(label + ".example.com"));
      assertThat(node).as(label).isNotNull();
    }
    assertThat(zone.find(name("ac.example.com"))).isNull();
    assertThat(zone.nodeCount()).isEqualTo(1 + labels.size());
  }
}
