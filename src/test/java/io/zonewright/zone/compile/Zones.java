package io.zonewright.zone.compile;

import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import io.zonewright.zone.compile.ZoneSource.NameServer;
import io.zonewright.zone.compile.ZoneSource.Soa;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes zones the way tests read best: {@code zone("contoso", 1).named("contoso.com")} is DnsZone
 * default/contoso, created in second 1.
 */
record Zones(
    Age age,
    long generation,
    int defaultTtl,
    long minimumSerial,
    List<NameServer> nameServers,
    boolean siblingAddresses,
    @Nullable ZoneSource lastGood) {
  static final SourceId CONTOSO = new SourceId("default", "contoso");

  /** DnsZone default/contoso, which is contoso.com. */
  static ZoneInput contoso() {
    return zone("contoso", 1).named("contoso.com");
  }

  static Zones zone(String resource, int second) {
    return zone("default", resource, second);
  }

  static Zones zone(String namespace, String resource, int second) {
    Age age = new Age(Instant.ofEpochSecond(second), new SourceId(namespace, resource));
    List<NameServer> outside = List.of(new NameServer("ns.provider.example.", List.of()));
    return new Zones(age, 1, 3600, 0, outside, false, null);
  }

  Zones generation(long number) {
    return new Zones(
        age, number, defaultTtl, minimumSerial, nameServers, siblingAddresses, lastGood);
  }

  Zones defaultTtl(int seconds) {
    return new Zones(
        age, generation, seconds, minimumSerial, nameServers, siblingAddresses, lastGood);
  }

  Zones minimumSerial(long serial) {
    return new Zones(age, generation, defaultTtl, serial, nameServers, siblingAddresses, lastGood);
  }

  Zones nameServer(String name, String... addresses) {
    List<NameServer> servers = List.of(new NameServer(name, List.of(addresses)));
    return new Zones(
        age, generation, defaultTtl, minimumSerial, servers, siblingAddresses, lastGood);
  }

  Zones siblingAddresses(boolean on) {
    return new Zones(age, generation, defaultTtl, minimumSerial, nameServers, on, lastGood);
  }

  Zones lastGood(ZoneSource good) {
    return new Zones(
        age, generation, defaultTtl, minimumSerial, nameServers, siblingAddresses, good);
  }

  ZoneInput named(String zoneName) {
    Soa soa = new Soa(null, null, 7200, 900, 1209600, 300, minimumSerial);
    ZoneSource source =
        new ZoneSource(age, generation, zoneName, defaultTtl, soa, nameServers, siblingAddresses);
    return new ZoneInput(source, lastGood);
  }

  /** A description that no compiler accepts, of a readable name. */
  ZoneInput broken(String zoneName) {
    return nameServer("not absolute").named(zoneName);
  }
}
