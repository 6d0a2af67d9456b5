package io.zonewright.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers over UDP and TCP on every listen address, both families alike. Its threads are daemons:
 * they do not keep a process alive.
 */
public final class DnsServer implements AutoCloseable {
  /** How long {@link #close} waits for what is under way. */
  public static final Duration DRAIN = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(DnsServer.class.getName());

  private final ServerSettings settings;
  private final QueryHandler.Factory factory;
  private final QueryCounters counters;
  private final Supplier<UdpDriver<?>> udpDriver;
  private final ScheduledExecutorService rescans =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("zonewright-interfaces").factory());

  private volatile @Nullable UdpTransport<?> udp;
  private volatile @Nullable Transport tcp;
  private @Nullable Listeners listeners;
  private volatile List<InetSocketAddress> boundAddresses = List.of();

  /** Prepares a server that answers with handlers of this factory, one for each worker. */
  public DnsServer(ServerSettings settings, QueryHandler.Factory factory, QueryCounters counters) {
    this(settings, factory, counters, UdpDrivers::choose);
  }

  DnsServer(
      ServerSettings settings,
      QueryHandler.Factory factory,
      QueryCounters counters,
      Supplier<UdpDriver<?>> udpDriver) {
    this.udpDriver = udpDriver;
    this.settings = settings;
    this.factory = factory;
    this.counters = counters;
  }

  /**
   * Makes all that answering takes but binds nothing, so that {@link #start} takes less time: while
   * there is nothing to answer from yet, a client had better be refused than kept waiting.
   *
   * @throws ListenException with one sentence for the user
   */
  public synchronized void prepare() throws ListenException {
    if (tcp != null) {
      return;
    }
    try {
      udp = newUdp(udpDriver.get());
      tcp = new VertxTcpTransport(settings.tcpWorkers(), settings.tcpLimits(), factory, counters);
    } catch (IOException e) {
      close();
      throw new ListenException("the system gives no sockets: " + e.getMessage());
    }
  }

  /**
   * Binds every address and begins to answer.
   *
   * @throws ListenException with one sentence for the user; nothing stays bound then
   */
  public synchronized void start() throws ListenException {
    prepare();
    UdpTransport<?> overUdp = requireNonNull(udp);
    try {
      listen(Listeners.open(settings.listen(), overUdp.wildcards(), overUdp, requireNonNull(tcp)));
    } catch (ListenException e) {
      close();
      throw e;
    }
  }

  private <S> UdpTransport<S> newUdp(UdpDriver<S> driver) throws IOException {
    return new UdpTransport<>(driver, settings, factory, counters);
  }

  private void listen(Listeners newListeners) {
    listeners = newListeners;
    boundAddresses = newListeners.bound();
    if (newListeners.followInterfaces()) {
      long millis = settings.rescan().toMillis();
      var _ = rescans.scheduleWithFixedDelay(this::rescan, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void rescan() {
    try {
      if (listeners != null) {
        listeners.rescan();
        boundAddresses = listeners.bound();
      }
    } catch (RuntimeException e) {
      // Thrown on, it would end the schedule without a word.
      LOG.log(Level.WARNING, "looking for interfaces failed; trying again", e);
    }
  }

  /** What its sockets are bound to, over UDP and TCP each; a wildcard takes in all addresses. */
  public List<InetSocketAddress> boundAddresses() {
    return boundAddresses;
  }

  /** The addresses that are served now, over UDP and TCP each, none of them a wildcard. */
  public List<InetSocketAddress> servedAddresses() {
    return boundAddresses.stream().flatMap(InterfaceAddresses::takenInBy).toList();
  }

  /** What the system holds for each UDP socket; nothing before {@link #start}. */
  public UdpBuffers udpBuffers() {
    UdpTransport<?> current = udp;
    return current == null ? UdpBuffers.NONE : current.buffers();
  }

  /** Whether the threads that answer are all there. */
  public boolean isAlive() {
    return isAlive(udp) && isAlive(tcp);
  }

  private static boolean isAlive(@Nullable Transport transport) {
    return transport != null && transport.isAlive();
  }

  /** Accepts nothing new, finishes what has come for at most {@link #DRAIN}, and closes. */
  @Override
  public synchronized void close() {
    rescans.shutdownNow();
    listeners = null;
    boundAddresses = List.of();
    drainBoth(udp, tcp);
    udp = null;
    tcp = null;
  }

  /** At once, so that neither goes on to take what is new while the other finishes. */
  private static void drainBoth(@Nullable Transport one, @Nullable Transport other) {
    Thread beside = Thread.ofPlatform().daemon().name("zonewright-close").start(() -> drain(other));
    drain(one);
    try {
      beside.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drain(@Nullable Transport transport) {
    if (transport != null) {
      transport.drain(DRAIN);
    }
  }
}
