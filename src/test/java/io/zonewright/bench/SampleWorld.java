package io.zonewright.bench;

import io.zonewright.zone.catalog.ZoneCatalog;
import io.zonewright.zone.compile.Age;
import io.zonewright.zone.compile.CatalogCompiler;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import io.zonewright.zone.compile.RecordData;
import io.zonewright.zone.compile.RecordSetSource;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** example.com with {@code host0} to {@code hostN}, each a record set of A and AAAA. */
public final class SampleWorld {
  private static final Instant CREATED = Instant.EPOCH;

  private SampleWorld() {}

  /** A compiler that has published so many names. */
  public static CatalogCompiler loaded(ZoneCatalog catalog, int names) {
    List<RecordSetInput> recordSets = new ArrayList<>(names);
    for (int i = 0; i < names; i++) {
      recordSets.add(new RecordSetInput(recordSet(i, 1), null));
    }
    CatalogCompiler compiler = new CatalogCompiler(catalog);
    compiler.load(List.of(zone()), recordSets);
    return compiler;
  }

  private static ZoneInput zone() {
    ZoneSource.Soa soa = new ZoneSource.Soa(null, null, 3600, 900, 604_800, 300, 0);
    List<ZoneSource.NameServer> servers =
        List.of(new ZoneSource.NameServer("ns1.example.net.", List.of()));
    Age age = new Age(CREATED, new SourceId("default", "example"));
    return new ZoneInput(new ZoneSource(age, 1, "example.com", 3600, soa, servers, false), null);
  }

  /** The record set of a number; another generation has another IPv4 address. */
  public static RecordSetSource recordSet(int i, int generation) {
    String ipv4 = "10.%d.%d.%d".formatted(generation & 255, i >> 8 & 255, i & 255);
    String ipv6 = "2001:db8:2::%x:%x".formatted(i >> 16, i & 0xffff);
    return new RecordSetSource(
        new Age(CREATED, new SourceId("default", "host" + i)),
        generation,
        "example",
        "host" + i,
        "A+AAAA",
        null,
        new RecordData.Addresses(List.of(ipv4, ipv6)));
  }
}
