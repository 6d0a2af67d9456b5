package io.zonewright.bench;

import io.zonewright.cli.QueryHandlers;
import io.zonewright.query.QuerySettings;
import io.zonewright.server.DnsServer;
import io.zonewright.server.ListenAddress;
import io.zonewright.server.QueryCounters;
import io.zonewright.server.ServerSettings;
import io.zonewright.server.TcpLimits;
import io.zonewright.zone.catalog.ZoneCatalog;
import io.zonewright.zone.compile.Age;
import io.zonewright.zone.compile.CatalogCompiler;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import io.zonewright.zone.compile.CatalogCompiler.ZoneInput;
import io.zonewright.zone.compile.RecordData;
import io.zonewright.zone.compile.RecordSetSource;
import io.zonewright.zone.compile.SourceId;
import io.zonewright.zone.compile.ZoneSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Serves {@code host0} to {@code hostN} of example.com with an A and an AAAA record each from
 * record sets, and changes some of them at a steady pace, as the operator does but without an API
 * server, which would take the processors from what is to be measured.
 */
public final class ServeWhileChanging {
  private static final Instant CREATED = Instant.EPOCH;

  private final CatalogCompiler compiler;
  private final int names;

  private ServeWhileChanging(CatalogCompiler compiler, int names) {
    this.compiler = compiler;
    this.names = names;
  }

  /**
   * Runs until it is ended.
   *
   * @param args listen address, number of names, changes a second
   */
  public static void main(String[] args) throws Exception {
    ZoneCatalog catalog = new ZoneCatalog();
    ServeWhileChanging world =
        new ServeWhileChanging(new CatalogCompiler(catalog), Integer.parseInt(args[1]));
    world.load();
    ServerSettings settings =
        new ServerSettings(
            List.of(ListenAddress.parse(args[0])), 1, TcpLimits.defaults(), Duration.ofMinutes(1));
    DnsServer server =
        new DnsServer(
            settings,
            QueryHandlers.answering(catalog, QuerySettings.defaults()),
            new QueryCounters());
    server.start();
    System.out.println("ready");
    world.change(Integer.parseInt(args[2]));
  }

  private void load() {
    List<RecordSetInput> recordSets = new ArrayList<>(names);
    for (int i = 0; i < names; i++) {
      recordSets.add(recordSet(i, 1));
    }
    compiler.load(List.of(zone()), recordSets);
  }

  private static ZoneInput zone() {
    ZoneSource.Soa soa = new ZoneSource.Soa(null, null, 3600, 900, 604_800, 300, 0);
    List<ZoneSource.NameServer> servers =
        List.of(new ZoneSource.NameServer("ns1.example.net.", List.of()));
    Age age = new Age(CREATED, new SourceId("default", "example"));
    return new ZoneInput(new ZoneSource(age, 1, "example.com", 3600, soa, servers, false), null);
  }

  private static RecordSetInput recordSet(int i, int generation) {
    String ipv4 = "10.%d.%d.%d".formatted(generation & 255, i >> 8 & 255, i & 255);
    String ipv6 = "2001:db8:2::%x:%x".formatted(i >> 16, i & 0xffff);
    RecordSetSource source =
        new RecordSetSource(
            new Age(CREATED, new SourceId("default", "host" + i)),
            generation,
            "example",
            "host" + i,
            "A+AAAA",
            null,
            new RecordData.Addresses(List.of(ipv4, ipv6)));
    return new RecordSetInput(source, null);
  }

  private void change(int perSecond) {
    long start = System.nanoTime();
    for (int change = 0; true; change++) {
      long due = perSecond == 0 ? Long.MAX_VALUE : change * 1_000_000_000L / perSecond;
      while (System.nanoTime() - start < due) {
        LockSupport.parkNanos(Math.min(due, 100_000));
      }
      compiler.putRecordSet(recordSet(change % names, 2 + change / names));
    }
  }
}
