package io.zonewright.cli;

import io.zonewright.operator.OperatorConfig;
import io.zonewright.query.QuerySettings;
import io.zonewright.server.ListenAddress;
import io.zonewright.server.ServerSettings;
import io.zonewright.server.TcpLimits;
import java.util.function.Supplier;

/**
 * How the operator listens and answers, checked before it waits for anything.
 *
 * @param server where it listens
 * @param query how it answers
 */
record OperatorSettings(ServerSettings server, QuerySettings query) {
  /**
   * Reads the configuration.
   *
   * @throws CommandFailure with one sentence that names the setting
   */
  static OperatorSettings of(OperatorConfig config) {
    ServerSettings listening =
        checked(
                "zonewright.listen",
                () ->
                    ServerSettings.of(config.listen().stream().map(ListenAddress::parse).toList()))
            .withTcpLimits(tcpLimits(config))
            .withSteerByProcessor(config.udp().steerByProcessor());
    int workers = config.udp().workers().orElse(listening.udpWorkers());
    ServerSettings server =
        checked("zonewright.udp.workers", () -> listening.withUdpWorkers(workers));
    QuerySettings query = QuerySettings.defaults(workers);
    return new OperatorSettings(
        server, checked("zonewright.nsid", () -> query.withNsid(config.nsid().orElse(""))));
  }

  private static TcpLimits tcpLimits(OperatorConfig config) {
    return TcpLimits.defaults().withMemory(config.tcp().memory().asLongValue());
  }

  private static <T> T checked(String setting, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(setting + ": " + e.getMessage());
    }
  }
}
