package io.zonewright.cli;

import io.zonewright.query.QueryEngine;
import io.zonewright.query.QuerySettings;
import io.zonewright.server.QueryHandler;
import io.zonewright.zone.catalog.ZoneCatalog;

/** Joins the server, which knows no zones, and the query engine, which knows no sockets. */
public final class QueryHandlers {
  private QueryHandlers() {}

  /** Handlers that answer from the catalog, each with an engine of its own. */
  public static QueryHandler.Factory answering(ZoneCatalog catalog, QuerySettings settings) {
    return () -> {
      QueryEngine engine = new QueryEngine(catalog, settings);
      return (query, response, channel) -> engine.answer(query, response, channel.isStream());
    };
  }
}
