package io.zonewright.zone;

import static io.zonewright.zone.ZoneData.name;
import static io.zonewright.zone.ZoneData.rrset;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonewright.dns.RRType;
import io.zonewright.dns.Serial;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ZoneEditorTest {
  private final Zone zone = ZoneData.zone("example.com", ZoneData.APEX_LINES);

  private static List<String> owners(Zone zone) {
    return StreamSupport.stream(zone.nodes().spliterator(), false)
        .map(node -> node.owner().toString())
        .toList();
  }

  @Test
  void aDeepNameBringsTheEmptyNonTerminalsAboveIt() {
    Zone edited = ZoneData.put(zone.edit(), "a.b.example.com TXT text").commit();

    assertThat(owners(edited))
        .containsExactly(
            "example.com.",
            "b.example.com.",
            "a.b.example.com.",
            "ns1.example.com.",
            "ns2.example.com.");
    assertThat(edited.nodeCount()).isEqualTo(5);
  }

  @Test
  void emptyNonTerminalsVanishWithTheLastNameBelow() {
    Zone edited =
        ZoneData.put(zone.edit(), "a.b.c.example.com TXT text", "d.c.example.com TXT text")
            .commit();

    Zone one = edited.edit().remove(name("a.b.c.example.com"), RRType.TXT).commit();
    assertThat(one.find(name("b.c.example.com"))).isNull();
    assertThat(one.find(name("c.example.com"))).isNotNull();

    Zone none = one.edit().remove(name("d.c.example.com"), RRType.TXT).commit();
    assertThat(owners(none)).isEqualTo(owners(zone));
    assertThat(none.nodeCount()).isEqualTo(zone.nodeCount());
    assertThat(none.digest()).isEqualTo(zone.digest());
  }

  @Test
  void aNameWithNamesBelowStaysAsAnEmptyNonTerminal() {
    Zone edited =
        ZoneData.put(zone.edit(), "b.example.com TXT text", "a.b.example.com TXT text")
            .remove(name("b.example.com"), RRType.TXT)
            .commit();

    assertThat(ZoneData.lookup(edited, "b.example.com", "TXT").outcome()).isEqualTo(Outcome.NODATA);
  }

  @Test
  void theVersionBeforeIsNotTouched() {
    ContentDigest digest = zone.digest();

    ZoneData.put(zone.edit(), "www.example.com A 192.0.2.9", "ns1.example.com A 192.0.2.8")
        .commit();

    assertThat(zone.digest()).isEqualTo(digest);
    assertThat(zone.find(name("www.example.com"))).isNull();
    assertThat(ZoneData.lookup(zone, "ns1.example.com", "A").rrset())
        .isEqualTo(rrset("A", "192.0.2.1"));
  }

  @Test
  void anEditorGoesOnFromWhatItCommitted() {
    ZoneEditor editor = zone.edit();
    Zone first = ZoneData.put(editor, "a.example.com A 192.0.2.1").commit();
    Zone second = ZoneData.put(editor, "b.example.com A 192.0.2.1").commit();

    assertThat(first.rrsetCount()).isEqualTo(zone.rrsetCount() + 1);
    assertThat(second.rrsetCount()).isEqualTo(zone.rrsetCount() + 2);
    assertThat(first.find(name("b.example.com"))).isNull();
  }

  @Test
  void theCaseOfAnOwnerIsKeptAndDoesNotDistinguish() {
    Zone edited =
        ZoneData.put(zone.edit(), "a.WWW.example.com TXT text", "Www.example.com A 192.0.2.1")
            .put(name("www.EXAMPLE.com"), rrset("AAAA", "2001:db8::1"))
            .commit();

    ZoneNode node = requireNonNull(edited.find(name("www.example.com")));
    assertThat(node.owner().toString()).isEqualTo("Www.example.com.");
    assertThat(node.rrsetCount()).isEqualTo(2);
  }

  @Test
  void rrsetsOfANodeAreInOrderOfType() {
    Zone edited =
        ZoneData.put(
                zone.edit(),
                "www.example.com TXT text",
                "www.example.com A 192.0.2.1",
                "www.example.com AAAA 2001:db8::1")
            .commit();

    ZoneNode node = requireNonNull(edited.find(name("www.example.com")));
    assertThat(List.of(node.rrset(0).type(), node.rrset(1).type(), node.rrset(2).type()))
        .containsExactly(RRType.A, RRType.TXT, RRType.AAAA);
  }

  @Test
  void namesOutsideTheZoneAreRefused() {
    assertThatThrownBy(() -> zone.edit().put(name("example.net"), rrset("A", "192.0.2.1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("example.net. is not at or below example.com.");
  }

  @Test
  void aSoaBelowTheApexIsRefused() {
    assertThatThrownBy(() -> zone.edit().put(name("www.example.com"), soa(1, 60)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("apex");
  }

  @Test
  void anotherSerialChangesNothingElse() {
    Zone later = zone.withSerial(Serial.of(4_000_000_000L));

    assertThat(later.serial()).isEqualTo(Serial.of(4_000_000_000L));
    assertThat(zone.serial()).isEqualTo(Serial.of(1));
    assertThat(later.digest()).isEqualTo(zone.digest());
    assertThat(later.soa()).isEqualTo(soa(-294_967_296, 60));
    assertThat(owners(later)).isEqualTo(owners(zone));
  }

  @Test
  void negativeAnswersHaveTheLesserOfTtlAndMinimum() {
    Zone low = zone.edit().put(zone.apex(), soa(1, 60)).commit();
    Zone high = zone.edit().put(zone.apex(), soa(1, -1)).commit();

    assertThat(requireNonNull(low.negativeSoa()).ttl()).isEqualTo(60);
    assertThat(requireNonNull(high.negativeSoa()).ttl()).isEqualTo(ZoneData.TTL);
  }

  @Test
  void aZoneWithoutSoaHasNoSerialToSet() {
    Zone empty = Zone.empty(name("example.org"));

    assertThat(empty.soa()).isNull();
    assertThat(empty.negativeSoa()).isNull();
    assertThat(empty.serial()).isEqualTo(new Serial(0));
    assertThatThrownBy(() -> empty.withSerial(new Serial(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static RRset soa(int serial, int minimum) {
    return rrset(
        "SOA",
        "ns1.example.com hostmaster.example.com "
            + Integer.toUnsignedString(serial)
            + " 7200 900 1209600 "
            + Integer.toUnsignedString(minimum));
  }
}
