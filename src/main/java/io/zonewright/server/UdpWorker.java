package io.zonewright.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One thread that answers on its sockets until it is drained.
 *
 * @param <S> the type of the sockets
 */
final class UdpWorker<S> {
  private static final Logger LOG = Logger.getLogger(UdpWorker.class.getName());
  private static final int ERRORS_IN_A_ROW = 16;
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final UdpSockets<S> sockets;
  private final Thread thread;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile boolean abandoned;
  private boolean draining;
  private int errors;

  UdpWorker(String name, UdpSockets<S> sockets) {
    this.sockets = sockets;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  /** Answers on a socket, which is the worker's to close from now on. */
  void add(InetSocketAddress address, S socket) {
    submit(() -> register(address, socket));
  }

  private void register(InetSocketAddress address, S socket) {
    try {
      sockets.add(address, socket);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "lost the UDP socket of " + SocketText.of(address), e);
    }
  }

  /** Closes the socket of an address, so that the address is free for another. */
  void remove(InetSocketAddress address) {
    CountDownLatch closed = new CountDownLatch(1);
    submit(
        () -> {
          sockets.remove(address);
          closed.countDown();
        });
    try {
      var _ = closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers what the sockets hold by now, closes them and ends. */
  void drain() {
    submit(() -> draining = true);
  }

  /** Waits for the end, and after the limit makes it one. */
  void awaitEnd(Duration limit) {
    try {
      if (thread.join(limit)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    abandoned = true;
    sockets.wakeup();
  }

  private void submit(Runnable task) {
    tasks.add(task);
    sockets.wakeup();
  }

  private void run() {
    try {
      boolean last = false;
      while (!abandoned && !last) {
        boolean waits = !draining;
        int packets = serve(waits);
        last = !waits && packets == 0;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
      }
    } finally {
      sockets.close();
    }
  }

  private int serve(boolean wait) {
    try {
      int packets = sockets.serve(wait);
      errors = 0;
      return packets;
    } catch (IOException | VirtualMachineError e) {
      // The error is memory that somebody else has used up: it comes back, this thread would not.
      LOG.log(Level.FINE, "receiving UDP packets failed", e);
      onError();
      return 0;
    }
  }

  /** One error is passed over; only a row of them, which would keep a processor busy, waits. */
  private void onError() {
    if (++errors > ERRORS_IN_A_ROW) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
