package io.zonewright.server;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.impl.VertxBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * TCP on Vert.x event loops (RFC 7766): messages are answered in order and without waiting for each
 * other, within {@link TcpLimits}. A client that has closed its half still gets its responses.
 */
final class VertxTcpTransport implements Transport {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ListeningSockets listening = new ListeningSockets();
  private final Vertx vertx;
  private final WildcardPorts wildcards = new WildcardPorts();
  private final List<TcpWorker> workers = new ArrayList<>();

  VertxTcpTransport(
      int workers, TcpLimits limits, QueryHandler.Factory factory, QueryCounters counters)
      throws ListenException {
    ConnectionQuota quota = new ConnectionQuota(limits);
    for (int i = 0; i < workers; i++) {
      Answerer answerer = new Answerer(factory, counters);
      this.workers.add(
          new TcpWorker("zonewright-tcp-" + i, answerer, limits, quota, workers, wildcards));
    }
    this.vertx = new VertxBuilder(options(workers)).findTransport(listening).init().vertx();
    try {
      await(each(worker -> vertx.deployVerticle(worker, new DeploymentOptions()).mapEmpty()));
    } catch (ExecutionException e) {
      throw new ListenException("the TCP event loops did not start: " + e.getCause());
    }
  }

  private static VertxOptions options(int workers) {
    return new VertxOptions()
        .setEventLoopPoolSize(workers)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setUseDaemonThread(true)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  @Override
  public String protocol() {
    return "TCP";
  }

  @Override
  public InetSocketAddress open(InetSocketAddress address) throws ListenException {
    if (address.getPort() == 0) {
      throw new IllegalArgumentException("TCP takes the port that UDP was given");
    }
    if (wildcards.join(address)) {
      return address;
    }
    wildcards.opening(address);
    try {
      await(each(worker -> worker.listen(address)));
      return address;
    } catch (ExecutionException e) {
      close(address);
      throw new ListenException(protocol(), address, e.getCause());
    }
  }

  @Override
  public void close(InetSocketAddress address) {
    InetSocketAddress socket = wildcards.leave(address);
    if (socket != null) {
      awaitQuietly(each(worker -> worker.close(socket)), PATIENCE);
    }
  }

  @Override
  public boolean isAlive() {
    return workers.stream().allMatch(TcpWorker::isAlive);
  }

  @Override
  public void drain(Duration limit) {
    listening.close();
    awaitQuietly(each(worker -> worker.drain(limit)), limit);
    awaitQuietly(vertx.close(), PATIENCE);
  }

  private Future<Void> each(Function<TcpWorker, Future<Void>> action) {
    return Future.join(workers.stream().map(action).toList()).mapEmpty();
  }

  private static void await(Future<Void> future) throws ExecutionException {
    try {
      future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExecutionException(e);
    } catch (TimeoutException e) {
      throw new ExecutionException(e);
    }
  }

  /** For what is being closed: there is nobody to tell, and closing goes on. */
  private static void awaitQuietly(Future<Void> future, Duration limit) {
    try {
      future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Closed by force a moment later.
    }
  }
}
