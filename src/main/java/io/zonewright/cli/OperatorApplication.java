package io.zonewright.cli;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.zonewright.operator.ControlLoop;
import io.zonewright.operator.OperatorConfig;
import io.zonewright.ops.ServingState;
import io.zonewright.query.QueryEngine;
import io.zonewright.query.QuerySettings;
import io.zonewright.server.DnsServer;
import io.zonewright.server.ListenAddress;
import io.zonewright.server.ListenException;
import io.zonewright.server.QueryCounters;
import io.zonewright.server.QueryHandler;
import io.zonewright.server.ServerSettings;
import io.zonewright.zone.catalog.ZoneCatalog;
import jakarta.inject.Singleton;

/**
 * The operator within Quarkus: caches synced, first catalog published, sockets bound, then ready;
 * after that it waits for SIGTERM.
 */
@Singleton
@Unremovable
public final class OperatorApplication implements QuarkusApplication {
  private final ControlLoop loop;
  private final OperatorConfig config;
  private final ZoneCatalog catalog;
  private final ServingState state;

  OperatorApplication(
      ControlLoop loop, OperatorConfig config, ZoneCatalog catalog, ServingState state) {
    this.loop = loop;
    this.config = config;
    this.catalog = catalog;
    this.state = state;
  }

  @Override
  public int run(String... args) throws ListenException, InterruptedException {
    loop.start();
    try (DnsServer server = new DnsServer(settings(), this::handler, new QueryCounters())) {
      server.start();
      loop.serve(server::boundAddresses);
      state.set(true);
      Quarkus.waitForExit();
      state.set(false);
    }
    loop.stop();
    return 0;
  }

  private ServerSettings settings() {
    return ServerSettings.of(config.listen().stream().map(ListenAddress::parse).toList());
  }

  private QueryHandler handler() {
    QuerySettings settings = QuerySettings.defaults().withNsid(config.nsid().orElse(""));
    QueryEngine engine = new QueryEngine(catalog, settings);
    return (query, response, channel) -> engine.answer(query, response, channel.isStream());
  }
}
