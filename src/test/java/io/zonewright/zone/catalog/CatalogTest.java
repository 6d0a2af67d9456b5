package io.zonewright.zone.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.wire.NameBuffer;
import io.zonewright.zone.Zone;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private final Catalog catalog =
      Catalog.empty()
          .with(zone("example.com"))
          .with(zone("sub.example.com"))
          .with(zone("a.b.example.net"))
          .withUnavailable(DomainName.parse("down.test"));

  private static Zone zone(String apex) {
    return Zone.empty(DomainName.parse(apex));
  }

  private static NameBuffer buffer(String name) {
    NameBuffer buffer = new NameBuffer();
    buffer.set(DomainName.parse(name));
    return buffer;
  }

  private @Nullable String match(String name) {
    Catalog.Entry entry = catalog.match(buffer(name));
    return entry == null ? null : entry.apex().toString();
  }

  private @Nullable String matchAbove(String name) {
    Catalog.Entry entry = catalog.matchAbove(buffer(name));
    return entry == null ? null : entry.apex().toString();
  }

  @Test
  void theLongestSuffixMatches() {
    assertThat(match("example.com")).isEqualTo("example.com.");
    assertThat(match("WWW.EXAMPLE.com")).isEqualTo("example.com.");
    assertThat(match("x.y.sub.example.com")).isEqualTo("sub.example.com.");
    assertThat(match("notsub.example.com")).isEqualTo("example.com.");
  }

  @Test
  void namesAboveAndBesideAreNotServed() {
    assertThat(match("com")).isNull();
    assertThat(match(".")).isNull();
    assertThat(match("b.example.net")).isNull();
    assertThat(match("notexample.com")).isNull();
  }

  @Test
  void theParentSideIsFoundForTheApexOfAChild() {
    assertThat(matchAbove("sub.example.com")).isEqualTo("example.com.");
    assertThat(matchAbove("www.sub.example.com")).isEqualTo("sub.example.com.");
    assertThat(matchAbove("example.com")).isNull();
    assertThat(matchAbove(".")).isNull();
  }

  @Test
  void theRootServesWhatNoOtherZoneDoes() {
    Catalog rooted = catalog.with(zone("."));

    assertThat(rooted.match(buffer("b.example.net")))
        .isEqualTo(rooted.find(DomainName.ROOT))
        .isNotNull();
    assertThat(rooted.match(buffer("www.example.com")))
        .isEqualTo(rooted.find(DomainName.parse("example.com")));
  }

  @Test
  void anUnavailableZoneIsKnownWithoutData() {
    Catalog.Entry entry = catalog.match(buffer("www.down.test"));

    assertThat(entry).isEqualTo(new Catalog.Entry(DomainName.parse("down.test"), null));
  }

  @Test
  void aZoneReplacesTheOneOfItsApex() {
    Zone next = zone("Example.com");

    Catalog replaced = catalog.with(next);

    assertThat(replaced.find(DomainName.parse("example.com")))
        .isEqualTo(new Catalog.Entry(next.apex(), next));
    assertThat(replaced.entries()).hasSize(4);
  }

  @Test
  void aRemovedZoneLeavesTheOthersAndTheCatalogBefore() {
    Catalog without = catalog.without(DomainName.parse("example.com"));

    assertThat(without.match(buffer("www.example.com"))).isNull();
    assertThat(without.match(buffer("www.sub.example.com"))).isNotNull();
    assertThat(without.without(DomainName.parse("example.com"))).isSameAs(without);
    assertThat(match("www.example.com")).isEqualTo("example.com.");
  }

  @Test
  void entriesAreInCanonicalOrder() {
    assertThat(catalog.entries())
        .extracting(entry -> entry.apex().toString())
        .containsExactly("example.com.", "sub.example.com.", "a.b.example.net.", "down.test.");
  }

  @Test
  void everyWriterOfTheZoneCatalogIsHeard() {
    ZoneCatalog published = new ZoneCatalog();

    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> published.publish(now -> now.with(zone("zone" + i + ".test"))));

    assertThat(published.current().entries()).hasSize(200);
  }
}
