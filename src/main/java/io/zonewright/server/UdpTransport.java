package io.zonewright.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * UDP: each worker has a socket of its own for each address, and the kernel spreads packets over
 * the workers (SO_REUSEPORT). Where the system cannot share an address one worker does it all.
 *
 * @param <S> the type of the sockets
 */
final class UdpTransport<S> implements Transport {
  private static final Logger LOG = Logger.getLogger(UdpTransport.class.getName());

  private final UdpDriver<S> driver;
  private final List<UdpWorker<S>> workers;
  private boolean steering;
  private volatile UdpBuffers buffers = UdpBuffers.NONE;

  UdpTransport(
      UdpDriver<S> driver,
      ServerSettings settings,
      QueryHandler.Factory factory,
      QueryCounters counters)
      throws IOException {
    this.driver = driver;
    this.steering = settings.steerByProcessor();
    int count = driver.sharesAddresses() ? settings.udpWorkers() : 1;
    this.workers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      UdpSockets<S> sockets = driver.newSockets(new Answerer(factory, counters));
      this.workers.add(new UdpWorker<>("zonewright-udp-" + i, sockets));
    }
    this.workers.forEach(UdpWorker::start);
  }

  /** How its sockets take wildcards. */
  Wildcards wildcards() {
    return driver.answersFromTheAddressAsked() ? Wildcards.AS_ONE : Wildcards.ADDRESS_BY_ADDRESS;
  }

  @Override
  public String protocol() {
    return "UDP";
  }

  @Override
  public InetSocketAddress open(InetSocketAddress address) throws ListenException {
    List<S> sockets = new ArrayList<>(workers.size());
    try {
      InetSocketAddress bound = address;
      for (int i = 0; i < workers.size(); i++) {
        S socket = driver.bind(bound, workers.size() > 1);
        sockets.add(socket);
        bound = new InetSocketAddress(address.getAddress(), driver.port(socket));
      }
      steer(sockets);
      report(driver.buffers(sockets.getFirst()));
      handOver(bound, sockets);
      return bound;
    } catch (IOException e) {
      sockets.forEach(driver::close);
      throw new ListenException(protocol(), address, e);
    }
  }

  /** Without it, the packets of the many clients are spread all the same. */
  private void steer(List<S> sockets) {
    if (!steering || sockets.size() == 1) {
      return;
    }
    try {
      driver.steerByProcessor(sockets);
    } catch (IOException e) {
      steering = false;
      LOG.log(
          Level.WARNING,
          "UDP packets are not steered by processor, but spread by their addresses: {0}",
          e.getMessage());
    }
  }

  /** Once: the others get the same. */
  private void report(UdpBuffers granted) {
    if (buffers.equals(UdpBuffers.NONE)) {
      LOG.info(granted.report(UdpDriver.KERNEL_BUFFER));
    }
    buffers = granted;
  }

  /** What each socket was granted; nothing before one is open. */
  UdpBuffers buffers() {
    return buffers;
  }

  private void handOver(InetSocketAddress address, List<S> sockets) {
    for (int i = 0; i < workers.size(); i++) {
      workers.get(i).add(address, sockets.get(i));
    }
  }

  @Override
  public void close(InetSocketAddress address) {
    workers.forEach(worker -> worker.remove(address));
  }

  @Override
  public boolean isAlive() {
    return workers.stream().allMatch(UdpWorker::isAlive);
  }

  @Override
  public void drain(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    workers.forEach(UdpWorker::drain);
    for (UdpWorker<S> worker : workers) {
      worker.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
  }
}
