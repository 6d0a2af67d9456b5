package io.zonewright.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * UDP with what every JDK has: each worker has a selector and a socket of its own for each address,
 * and the kernel spreads packets over the workers (SO_REUSEPORT). Where the system has no
 * SO_REUSEPORT one worker does it all.
 *
 * <p>A socket is bound to one address, never to the wildcard, so that a response leaves from the
 * address that was asked.
 */
final class NioUdpTransport implements Transport {
  private final List<UdpWorker> workers;

  NioUdpTransport(int workers, QueryHandler.Factory factory, QueryCounters counters)
      throws IOException {
    int count = reusePortSupported() ? workers : 1;
    this.workers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      this.workers.add(new UdpWorker("zonewright-udp-" + i, new Answerer(factory, counters)));
    }
    this.workers.forEach(UdpWorker::start);
  }

  private static boolean reusePortSupported() throws IOException {
    try (DatagramChannel probe = DatagramChannel.open()) {
      return probe.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT);
    }
  }

  @Override
  public String protocol() {
    return "UDP";
  }

  @Override
  public InetSocketAddress open(InetSocketAddress address) throws ListenException {
    List<UdpSocket> sockets = new ArrayList<>(workers.size());
    try {
      InetSocketAddress bound = address;
      for (int i = 0; i < workers.size(); i++) {
        UdpSocket socket = UdpSocket.bind(bound, workers.size() > 1);
        sockets.add(socket);
        bound = socket.address();
      }
      IntStream.range(0, workers.size()).forEach(i -> workers.get(i).add(sockets.get(i)));
      return bound;
    } catch (IOException e) {
      sockets.forEach(UdpSocket::close);
      throw new ListenException(protocol(), address, e);
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
    for (UdpWorker worker : workers) {
      worker.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
  }
}
