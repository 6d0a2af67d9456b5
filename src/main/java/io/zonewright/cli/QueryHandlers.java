package io.zonewright.cli;

import io.zonewright.query.QueryEngine;
import io.zonewright.query.QuerySettings;
import io.zonewright.server.Channel;
import io.zonewright.server.QueryHandler;
import io.zonewright.zone.catalog.ZoneCatalog;
import java.nio.ByteBuffer;

/** Joins the server, which knows no zones, and the query engine, which knows no sockets. */
public final class QueryHandlers {
  private QueryHandlers() {}

  /** Handlers that answer from the catalog, each with an engine of its own. */
  public static QueryHandler.Factory answering(ZoneCatalog catalog, QuerySettings settings) {
    return () -> new EngineHandler(new QueryEngine(catalog, settings));
  }

  private record EngineHandler(QueryEngine engine) implements QueryHandler {
    @Override
    public int handle(ByteBuffer query, ByteBuffer response, Channel channel) {
      return engine.answer(query, response, channel.isStream());
    }

    @Override
    public void foresee(ByteBuffer[] queries, int count) {
      engine.foresee(queries, count);
    }
  }
}
