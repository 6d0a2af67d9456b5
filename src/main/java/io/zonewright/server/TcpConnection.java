package io.zonewright.server;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.impl.NetSocketInternal;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;

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

  /** What a response costs beside its octets: the objects that keep it until it is sent. */
  private static final int RESPONSE_OVERHEAD = 512;

  /** Who sends nothing for this long while the server drains has sent all. */
  private static final Duration QUIET = Duration.ofMillis(100);

  /**
   * How long a client has to take the last responses and to end the stream too. Closing while there
   * is something unread of it would reset the connection, and so lose what is on its way.
   */
  private static final Duration LINGER = Duration.ofSeconds(1);

  /** What is read of a client that goes on after the end of the stream, to see its own end. */
  private static final int MOST_IGNORED = 64 * 1024;

  /** How far a connection has come; it never goes back. */
  private enum Stage {
    /** Messages are read and answered. */
    OPEN,
    /** The same, until the client is quiet. */
    DRAINING,
    /** Nothing more is read; what has come whole is answered. */
    LAST_ANSWERS,
    /** Nothing more is answered; the responses are on their way. */
    SENDING,
    /** Everything is sent, and the end of the stream: the client's is awaited. */
    LINGERING,
    CLOSED;

    boolean reads() {
      return compareTo(DRAINING) <= 0;
    }

    boolean answers() {
      return compareTo(LAST_ANSWERS) <= 0;
    }
  }

  private final TcpWorker worker;
  private final NetSocketInternal socket;
  private final InetAddress client;
  private final Channel channel;
  private final MessageFramer framer;
  private Stage stage = Stage.OPEN;
  private long lastRead = System.nanoTime();
  private long lastMessage = lastRead;
  private long heldSince;
  private long lingersSince;
  private int inFlight;
  private int unsent;
  private int counted;
  private int ignored;
  private boolean held;
  private boolean answering;
  private boolean clientHasEnded;

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
    socket.closeHandler(nothing -> onClosed());
    socket.eventHandler(this::onEvent);
    socket.handler(this::onData);
  }

  InetAddress client() {
    return client;
  }

  Channel channel() {
    return channel;
  }

  /** The octets of memory that are held for the client, as the worker was told. */
  int counted() {
    return counted;
  }

  /** Goes on until the client is quiet: it may have sent more than has been read. */
  void drain() {
    if (stage == Stage.OPEN) {
      stage = Stage.DRAINING;
      lastRead = System.nanoTime();
    }
  }

  /** While draining: whether all that the client sent is answered. */
  void endIfQuiet(long now) {
    if (stage == Stage.DRAINING && inFlight == 0 && now - lastRead > QUIET.toNanos()) {
      end();
    }
  }

  /** Answers what has come whole, and closes when the client has it all. */
  void end() {
    if (stage.reads()) {
      stopReading(Stage.LAST_ANSWERS);
      answerAll();
    }
  }

  /** Closes at once, whatever is unsent. */
  void abort() {
    onClosed();
    // From this handler outwards: Vert.x's own close would wait for the client to read.
    var _ = socket.channelHandlerContext().close();
  }

  private void onClosed() {
    stage = Stage.CLOSED;
    count();
    worker.closed(this);
  }

  /** Whether nothing whole came, or the client did not read or close, for longer than it may. */
  boolean isOverdue(long now) {
    TcpLimits limits = worker.limits();
    return now - lastMessage > limits.idle().toNanos()
        || (held && now - heldSince > limits.slowReader().toNanos())
        || (stage == Stage.LINGERING && now - lingersSince > LINGER.toNanos());
  }

  private DuplexChannel nettyChannel() {
    return (DuplexChannel) socket.channelHandlerContext().channel();
  }

  private void onEvent(Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      clientHasEnded = true;
      end();
      closeIfDone();
    }
  }

  private void onData(Buffer data) {
    if (!stage.reads()) {
      ignore(data.length());
      return;
    }
    lastRead = System.nanoTime();
    framer.append(ByteBuffer.wrap(data.getBytes()));
    answerAll();
  }

  private void ignore(int octets) {
    ignored += octets;
    if (ignored > MOST_IGNORED) {
      nettyChannel().config().setAutoRead(false);
    }
  }

  private void answerAll() {
    if (answering || !stage.answers()) {
      return;
    }
    answering = true;
    boolean more;
    do {
      more = stage.answers() && !hold() && answerNext();
    } while (more);
    answering = false;
    if (stage == Stage.LAST_ANSWERS && !held) {
      stopAnswering();
    }
    count();
    closeIfDone();
  }

  /** Whether the client must read first. */
  private boolean hold() {
    boolean full = inFlight >= worker.limits().queriesInFlight() || socket.writeQueueFull();
    if (full != held) {
      held = full;
      if (full) {
        heldSince = System.nanoTime();
      } else {
        // Until now nobody looked whether the client is quiet.
        lastRead = System.nanoTime();
      }
      nettyChannel().config().setAutoRead(!full && stage.reads());
    }
    return full;
  }

  private boolean answerNext() {
    ByteBuffer message = framer.next();
    if (message == null) {
      if (framer.isTooLong()) {
        worker.refuse(channel);
        stopAnswering();
      }
      return false;
    }
    lastMessage = System.nanoTime();
    worker.touch(this);
    Buffer response = worker.answer(message, channel);
    if (response == null) {
      // No message. What follows it in this stream cannot be trusted to be one.
      stopAnswering();
      return false;
    }
    send(response);
    return true;
  }

  private void send(Buffer response) {
    int cost = response.length() + RESPONSE_OVERHEAD;
    unsent += cost;
    inFlight++;
    socket.write(response).onComplete(written -> onWritten(cost));
  }

  private void stopAnswering() {
    framer.clear();
    stopReading(Stage.SENDING);
  }

  private void stopReading(Stage next) {
    stage = next;
    nettyChannel().config().setAutoRead(false);
  }

  private void onWritten(int cost) {
    inFlight--;
    unsent -= cost;
    if (held) {
      answerAll();
    }
    count();
    closeIfDone();
  }

  /** Tells the worker how much is held by now. */
  private void count() {
    int now = stage == Stage.CLOSED ? 0 : framer.held() + unsent;
    int change = now - counted;
    counted = now;
    worker.account(change);
  }

  /** Once all is sent: tells the client of the end, or closes if it has ended itself. */
  private void closeIfDone() {
    if (stage == Stage.SENDING && inFlight == 0) {
      if (clientHasEnded) {
        abort();
      } else {
        linger();
      }
    } else if (stage == Stage.LINGERING && clientHasEnded) {
      abort();
    }
  }

  private void linger() {
    stage = Stage.LINGERING;
    lingersSince = System.nanoTime();
    var _ = nettyChannel().shutdownOutput();
    nettyChannel().config().setAutoRead(true);
  }
}
