package io.zonewright.server;

import java.time.Duration;
import java.util.List;

/**
 * How to serve.
 *
 * @param listen where, over UDP and TCP alike
 * @param workers threads for each transport
 * @param tcpLimits what TCP clients may take
 * @param rescan how often wildcards look for interfaces that came or went
 * @param steerByProcessor whether a UDP packet goes to the worker that has the number of the
 *     processor which received it, where the system can do that
 */
public record ServerSettings(
    List<ListenAddress> listen,
    int workers,
    TcpLimits tcpLimits,
    Duration rescan,
    boolean steerByProcessor) {
  private static final int MAX_DEFAULT_WORKERS = 16;

  /** For each worker: what one client can make it hold, and something for others. */
  private static final long LEAST_TCP_MEMORY = 512 * 1024;

  /** Copies the list. */
  public ServerSettings {
    listen = List.copyOf(listen);
    if (listen.isEmpty() || workers < 1) {
      throw new IllegalArgumentException("a server needs an address and a worker");
    }
    if (tcpLimits.memory() / workers < LEAST_TCP_MEMORY) {
      throw new IllegalArgumentException(
          "the memory for TCP must be at least %d KiB (512 KiB for each of %d workers)"
              .formatted(workers * LEAST_TCP_MEMORY / 1024, workers));
    }
  }

  /** Without steering. */
  public ServerSettings(
      List<ListenAddress> listen, int workers, TcpLimits tcpLimits, Duration rescan) {
    this(listen, workers, tcpLimits, rescan, false);
  }

  /** One worker per processor and default limits. */
  public static ServerSettings of(List<ListenAddress> listen) {
    int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_DEFAULT_WORKERS);
    return new ServerSettings(listen, workers, TcpLimits.defaults(), Duration.ofSeconds(5));
  }

  /** The same with other limits for TCP. */
  public ServerSettings withTcpLimits(TcpLimits limits) {
    return new ServerSettings(listen, workers, limits, rescan, steerByProcessor);
  }

  /** The same with or without steering. */
  public ServerSettings withSteerByProcessor(boolean steer) {
    return new ServerSettings(listen, workers, tcpLimits, rescan, steer);
  }
}
