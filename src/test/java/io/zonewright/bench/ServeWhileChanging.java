package io.zonewright.bench;

import io.zonewright.cli.QueryHandlers;
import io.zonewright.query.QuerySettings;
import io.zonewright.server.DnsServer;
import io.zonewright.server.ListenAddress;
import io.zonewright.server.QueryCounters;
import io.zonewright.server.ServerSettings;
import io.zonewright.server.TcpLimits;
import io.zonewright.zone.catalog.ZoneCatalog;
import io.zonewright.zone.compile.CatalogCompiler;
import io.zonewright.zone.compile.CatalogCompiler.RecordSetInput;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Serves {@code host0} to {@code hostN} of example.com with an A and an AAAA record each from
 * record sets, and changes some of them at a steady pace, as the operator does but without an API
 * server, which would take the processors from what is to be measured.
 */
public final class ServeWhileChanging {
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
    int names = Integer.parseInt(args[1]);
    ServeWhileChanging world = new ServeWhileChanging(SampleWorld.loaded(catalog, names), names);
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

  private void change(int perSecond) {
    long start = System.nanoTime();
    for (int change = 0; true; change++) {
      long due = perSecond == 0 ? Long.MAX_VALUE : change * 1_000_000_000L / perSecond;
      while (System.nanoTime() - start < due) {
        LockSupport.parkNanos(Math.min(due, 100_000));
      }
      compiler.putRecordSet(
          new RecordSetInput(SampleWorld.recordSet(change % names, 2 + change / names), null));
    }
  }
}
