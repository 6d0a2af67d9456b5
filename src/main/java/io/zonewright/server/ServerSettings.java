package io.zonewright.server;

import java.time.Duration;
import java.util.List;

/**
 * How to serve.
 *
 * @param listen where, over UDP and TCP alike
 * @param tcpWorkers threads for TCP
 * @param tcpLimits what TCP clients may take
 * @param rescan how often wildcards look for interfaces that came or went
 * @param steerByProcessor whether a UDP packet goes to the worker that has the number of the
 *     processor which received it, where the system can do that
 * @param udpWorkers threads for UDP, with a socket for each address each
 */
public record ServerSettings(
    List<ListenAddress> listen,
    int tcpWorkers,
    TcpLimits tcpLimits,
    Duration rescan,
    boolean steerByProcessor,
    int udpWorkers) {
  /** Each has a socket for each address, and memory of its own for answers. */
  private static final int MOST_UDP_WORKERS = 256;

  private static final int MAX_DEFAULT_WORKERS = 16;

  /** For each worker: what one client can make it hold, and something for others. */
  private static final long LEAST_TCP_MEMORY = 512 * 1024;

  /** Copies the list. */
  public ServerSettings {
    listen = List.copyOf(listen);
    if (listen.isEmpty() || tcpWorkers < 1) {
      throw new IllegalArgumentException("a server needs an address and a worker");
    }
    requireUdpWorkers(udpWorkers);
    if (tcpLimits.memory() / tcpWorkers < LEAST_TCP_MEMORY) {
      throw new IllegalArgumentException(
          "the memory for TCP must be at least %d KiB (512 KiB for each of %d workers)"
              .formatted(tcpWorkers * LEAST_TCP_MEMORY / 1024, tcpWorkers));
    }
  }

  /** As many workers for UDP as for TCP, and no steering. */
  public ServerSettings(
      List<ListenAddress> listen, int workers, TcpLimits tcpLimits, Duration rescan) {
    this(listen, workers, tcpLimits, rescan, false, workers);
  }

  /**
   * Returns the number of workers for UDP if there can be so many.
   *
   * @throws IllegalArgumentException with one sentence for the user
   */
  public static int requireUdpWorkers(int workers) {
    if (workers < 1 || workers > MOST_UDP_WORKERS) {
      throw new IllegalArgumentException(udpWorkersRefusal(Integer.toString(workers)));
    }
    return workers;
  }

  /** The sentence for the user about a number of workers for UDP that cannot be. */
  public static String udpWorkersRefusal(String workers) {
    return "the number of UDP workers is from 1 to " + MOST_UDP_WORKERS + ", not " + workers;
  }

  /** One worker per processor and default limits. */
  public static ServerSettings of(List<ListenAddress> listen) {
    int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_DEFAULT_WORKERS);
    return new ServerSettings(listen, workers, TcpLimits.defaults(), Duration.ofSeconds(5));
  }

  /** The same with other limits for TCP. */
  public ServerSettings withTcpLimits(TcpLimits limits) {
    return new ServerSettings(listen, tcpWorkers, limits, rescan, steerByProcessor, udpWorkers);
  }

  /** The same with or without steering. */
  public ServerSettings withSteerByProcessor(boolean steer) {
    return new ServerSettings(listen, tcpWorkers, tcpLimits, rescan, steer, udpWorkers);
  }

  /** The same with another number of workers for UDP. */
  public ServerSettings withUdpWorkers(int workers) {
    return new ServerSettings(listen, tcpWorkers, tcpLimits, rescan, steerByProcessor, workers);
  }
}
