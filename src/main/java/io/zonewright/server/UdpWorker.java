package io.zonewright.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thread that answers on its sockets until it is drained.
 *
 * <p>The buffers are reused. What is allocated per packet is the sender's address, by {@code
 * DatagramChannel.receive}: the JDK keeps only the last one, so that alternating clients cost an
 * {@code InetSocketAddress} each. NIO offers no way around it.
 */
final class UdpWorker {
  private static final Logger LOG = Logger.getLogger(UdpWorker.class.getName());
  private static final int MAX_DATAGRAM = 65535;

  /** The most that one busy socket gets before the others have their turn. */
  private static final int BURST = 64;

  private static final int ERRORS_IN_A_ROW = 16;
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Answerer answerer;
  private final Selector selector;
  private final Thread thread;
  private final ByteBuffer query = ByteBuffer.allocateDirect(MAX_DATAGRAM);
  private final ByteBuffer response = ByteBuffer.allocateDirect(MAX_DATAGRAM);
  private final Consumer<SelectionKey> onReady = this::onReady;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile boolean abandoned;
  private boolean draining;
  private int errors;
  private int answeredInPass;

  UdpWorker(String name, Answerer answerer) throws IOException {
    this.answerer = answerer;
    this.selector = Selector.open();
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  /** Answers on a socket, which is the worker's to close from now on. */
  void add(UdpSocket socket) {
    submit(() -> register(socket));
  }

  /** Closes the socket of an address. */
  void remove(InetSocketAddress address) {
    String text = SocketText.of(address);
    submit(
        () ->
            selector.keys().stream()
                .map(UdpWorker::socket)
                .filter(socket -> SocketText.of(socket.address()).equals(text))
                .toList()
                .forEach(UdpSocket::close));
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
    thread.interrupt();
  }

  private void submit(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  private void register(UdpSocket socket) {
    try {
      socket.channel().register(selector, SelectionKey.OP_READ, socket);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "lost the UDP socket of " + SocketText.of(socket.address()), e);
      socket.close();
    }
  }

  private static UdpSocket socket(SelectionKey key) {
    return (UdpSocket) key.attachment();
  }

  private void run() {
    try {
      do {
        answeredInPass = 0;
        pass();
      } while (!abandoned && (!draining || answeredInPass > 0));
    } finally {
      closeAll();
    }
  }

  private void pass() {
    try {
      if (draining) {
        selector.selectNow(onReady);
      } else {
        selector.select(onReady);
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "waiting for UDP packets failed", e);
      onError();
    }
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private void onReady(SelectionKey key) {
    UdpSocket socket = socket(key);
    for (int i = 0; i < BURST && answerOne(socket); i++) {
      answeredInPass++;
    }
  }

  /** Whether there may be more to read. */
  private boolean answerOne(UdpSocket socket) {
    InetSocketAddress sender = receive(socket);
    if (sender == null) {
      return false;
    }
    if (!isAnswerable(sender)) {
      answerer.refuse(socket.family());
      return true;
    }
    int length = answerer.answer(query, response, socket.family());
    if (length != QueryHandler.DROP) {
      send(socket, length, sender);
    }
    return true;
  }

  /** Port 0 cannot be answered: only a forger sends from it. */
  static boolean isAnswerable(InetSocketAddress sender) {
    return sender.getPort() != 0;
  }

  private @Nullable InetSocketAddress receive(UdpSocket socket) {
    try {
      SocketAddress sender = socket.channel().receive(query.clear());
      query.flip();
      errors = 0;
      return (InetSocketAddress) sender;
    } catch (ClosedChannelException e) {
      return null;
    } catch (IOException e) {
      LOG.log(Level.FINE, "receiving a UDP packet failed", e);
      onError();
      return null;
    }
  }

  /** A response that cannot be sent is lost, as it might be in the network. */
  private void send(UdpSocket socket, int length, InetSocketAddress target) {
    try {
      socket.channel().send(response.clear().limit(length), target);
    } catch (IOException e) {
      LOG.log(Level.FINE, "sending a UDP packet failed", e);
    }
  }

  /** One error is passed over; only a row of them, which would keep a processor busy, waits. */
  private void onError() {
    if (++errors > ERRORS_IN_A_ROW) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void closeAll() {
    selector.keys().stream().map(UdpWorker::socket).toList().forEach(UdpSocket::close);
    try {
      selector.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "closing a selector failed", e);
    }
  }
}
