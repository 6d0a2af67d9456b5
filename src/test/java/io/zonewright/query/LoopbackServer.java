package io.zonewright.query;

import io.zonewright.server.DnsServer;
import io.zonewright.server.ListenAddress;
import io.zonewright.server.QueryCounters;
import io.zonewright.server.QueryHandler;
import io.zonewright.server.ServerSettings;
import io.zonewright.server.TcpLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A server with one worker on a free port of both loopback addresses. */
final class LoopbackServer {
  private LoopbackServer() {}

  static DnsServer start(QueryHandler.Factory handlers) throws IOException {
    List<ListenAddress> both =
        List.of(ListenAddress.parse("127.0.0.1:0"), ListenAddress.parse("[::1]:0"));
    ServerSettings settings =
        new ServerSettings(both, 1, TcpLimits.defaults(), Duration.ofMinutes(1));
    DnsServer server = new DnsServer(settings, handlers, new QueryCounters());
    server.start();
    return server;
  }
}
