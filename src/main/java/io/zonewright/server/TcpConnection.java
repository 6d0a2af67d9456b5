package io.zonewright.server;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.impl.NetSocketInternal;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * One client. Messages are answered in the order in which they come, as many at once as the client
 * reads the responses of: above that neither the socket nor what was read of it is looked at.
 *
 * <p>All methods run on the event loop of the worker.
 */
final class TcpConnection {
  private static final int LEAST_READ = 64;
  private static final int FIRST_READ = 1024;

  /** What one look at the socket takes from it, and so all that is held above a message. */
  private static final int MOST_READ = 4096;

  private final TcpWorker worker;
  private final NetSocketInternal socket;
  private final InetAddress client;
  private final Channel channel;
  private final MessageFramer framer;
  private long lastMessage = System.nanoTime();
  private long heldSince;
  private int inFlight;
  private boolean held;
  private boolean answering;
  private boolean ending;
  private boolean ended;

  TcpConnection(TcpWorker worker, NetSocketInternal socket, InetAddress client, Channel channel) {
    this.worker = worker;
    this.socket = socket;
    this.client = client;
    this.channel = channel;
    this.framer = new MessageFramer(worker.limits().messageBytes());
  }

  void start() {
    nettyChannel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    nettyChannel()
        .config()
        .setRecvByteBufAllocator(
            new AdaptiveRecvByteBufAllocator(LEAST_READ, FIRST_READ, MOST_READ));
    socket.setWriteQueueMaxSize(worker.limits().bytesInFlight());
    socket.exceptionHandler(e -> abort());
    socket.closeHandler(nothing -> worker.closed(this));
    socket.eventHandler(this::onEvent);
    socket.handler(this::onData);
  }

  InetAddress client() {
    return client;
  }

  /** Answers what has come whole, and closes when the client has it all. */
  void end() {
    ending = true;
    answerAll();
  }

  /** Closes at once, whatever is unsent. */
  void abort() {
    // From this handler outwards: Vert.x's own close would wait for the client to read.
    var _ = socket.channelHandlerContext().close();
  }

  /** Whether nothing whole came, or the client did not read, for longer than it may. */
  boolean isOverdue(long now) {
    TcpLimits limits = worker.limits();
    return now - lastMessage > limits.idle().toNanos()
        || (held && now - heldSince > limits.slowReader().toNanos());
  }

  private io.netty.channel.Channel nettyChannel() {
    return socket.channelHandlerContext().channel();
  }

  private void onEvent(Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      end();
    }
  }

  private void onData(Buffer data) {
    if (ending) {
      return;
    }
    framer.append(ByteBuffer.wrap(data.getBytes()));
    answerAll();
  }

  private void answerAll() {
    if (answering || ended) {
      return;
    }
    answering = true;
    while (!hold() && answerNext()) {
      inFlight++;
    }
    answering = false;
    if (ending && !held) {
      ended = true;
      socket.close();
    }
  }

  /** Whether the client must read first. */
  private boolean hold() {
    boolean full = inFlight >= worker.limits().queriesInFlight() || socket.writeQueueFull();
    if (full && !held) {
      heldSince = System.nanoTime();
    }
    if (full != held) {
      held = full;
      nettyChannel().config().setAutoRead(!full && !ending);
    }
    return full;
  }

  private boolean answerNext() {
    ByteBuffer message = framer.next();
    if (message == null) {
      if (framer.isTooLong()) {
        worker.refuse(channel);
        giveUp();
      }
      return false;
    }
    lastMessage = System.nanoTime();
    worker.touch(this);
    Buffer response = worker.answer(message, channel);
    if (response == null) {
      giveUp();
      return false;
    }
    socket.write(response).onComplete(written -> onWritten());
    return true;
  }

  /** What came is no message. What follows in this stream cannot be trusted to be one. */
  private void giveUp() {
    ending = true;
    nettyChannel().config().setAutoRead(false);
  }

  private void onWritten() {
    inFlight--;
    if (held) {
      answerAll();
    }
  }
}
