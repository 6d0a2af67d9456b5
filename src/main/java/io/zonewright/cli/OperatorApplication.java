package io.zonewright.cli;

import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.ShutdownEvent;
import io.zonewright.operator.ControlLoop;
import io.zonewright.operator.Desk;
import io.zonewright.operator.OperatorConfig;
import io.zonewright.ops.ServiceFigures;
import io.zonewright.ops.ServiceMetrics;
import io.zonewright.ops.ServingState;
import io.zonewright.server.DnsServer;
import io.zonewright.server.ListenException;
import io.zonewright.server.QueryCounters;
import io.zonewright.zone.catalog.ZoneCatalog;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The operator within Quarkus: caches synced, first catalog published, sockets bound, then ready;
 * after that it waits for SIGTERM.
 */
@Singleton
@Unremovable
public final class OperatorApplication implements QuarkusApplication {
  private static final Logger LOG = Logger.getLogger(OperatorApplication.class);

  private final ControlLoop loop;
  private final OperatorConfig config;
  private final ZoneCatalog catalog;
  private final Desk desk;
  private final ServingState state;
  private final ServiceMetrics metrics;
  private volatile @Nullable DnsServer server;

  OperatorApplication(
      ControlLoop loop,
      OperatorConfig config,
      ZoneCatalog catalog,
      Desk desk,
      ServingState state,
      ServiceMetrics metrics) {
    this.loop = loop;
    this.config = config;
    this.catalog = catalog;
    this.desk = desk;
    this.state = state;
    this.metrics = metrics;
  }

  @Override
  public int run(String... args) throws InterruptedException {
    try {
      serve(OperatorSettings.of(config));
      return 0;
    } catch (CommandFailure | ListenException e) {
      LOG.error(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private void serve(OperatorSettings settings) throws ListenException, InterruptedException {
    QueryCounters counters = new QueryCounters();
    measure(counters);
    loop.start();
    state.watchInformers(loop::isFollowing);
    DnsServer answering =
        new DnsServer(
            settings.server(), QueryHandlers.answering(catalog, settings.query()), counters);
    server = answering;
    metrics.watchBuffers(answering::udpBuffers);
    answering.start();
    state.watchWorkers(answering::isAlive);
    loop.serve(answering::servedAddresses);
    state.set(true);
    Quarkus.waitForExit();
  }

  /**
   * Drains and gives the lease back. SIGTERM ends the process after this, whether {@link #run} has
   * returned or not; until then the Kubernetes client is open.
   */
  void end(@Observes ShutdownEvent event) {
    state.set(false);
    // Beside the drain: an API server that is away must not hold up queries, nor they the lease.
    var stopping = CompletableFuture.runAsync(loop::stop, Thread::startVirtualThread);
    DnsServer answering = server;
    if (answering != null) {
      answering.close();
    }
    stopping.join();
  }

  private void measure(QueryCounters counters) {
    Timer applied = metrics.applied();
    desk.onApplied(nanos -> applied.record(nanos, TimeUnit.NANOSECONDS));
    metrics.watch(counters);
    metrics.watch(this::figures);
    loop.contacts().forEach(contact -> metrics.watch(contact.kind(), contact::lostFor));
  }

  private ServiceFigures figures() {
    Desk.Figures figures = desk.figures();
    return new ServiceFigures(
        figures.zones(),
        figures.servedZones(),
        figures.recordSets(),
        figures.programmed(),
        figures.conflicted(),
        figures.rejected(),
        loop.isLeading(),
        loop.statusesWaiting(),
        loop.statusFailures());
  }
}
