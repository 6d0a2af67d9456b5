package io.zonewright.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A selector and its channels.
 *
 * <p>The buffers are reused. What is allocated per packet is the sender's address, by {@code
 * DatagramChannel.receive}: the JDK keeps only the last one, so that alternating clients cost an
 * {@code InetSocketAddress} each. NIO offers no way around it.
 */
final class NioUdpSockets implements UdpSockets<DatagramChannel> {
  private static final Logger LOG = Logger.getLogger(NioUdpSockets.class.getName());
  private static final int MAX_DATAGRAM = 65535;

  /** The most that one busy socket gets before the others have their turn. */
  private static final int BURST = 64;

  private final Answerer answerer;
  private final Selector selector;
  private final ByteBuffer query = ByteBuffer.allocateDirect(MAX_DATAGRAM);
  private final ByteBuffer response = ByteBuffer.allocateDirect(MAX_DATAGRAM);
  private final Consumer<SelectionKey> onReady = this::onReady;
  private int packets;
  private @Nullable IOException failure;

  NioUdpSockets(Answerer answerer) throws IOException {
    this.answerer = answerer;
    this.selector = Selector.open();
  }

  /** What goes with the channel of a key: the address as text, and how messages come. */
  private record Place(String address, Channel channel) {}

  @Override
  public void add(InetSocketAddress address, DatagramChannel socket) throws IOException {
    Place place = new Place(SocketText.of(address), Channel.udp(address));
    socket.register(selector, SelectionKey.OP_READ, place);
  }

  private static Place place(SelectionKey key) {
    return (Place) key.attachment();
  }

  @Override
  public void remove(InetSocketAddress address) {
    String text = SocketText.of(address);
    selector.keys().stream()
        .filter(key -> place(key).address().equals(text))
        .toList()
        .forEach(NioUdpSockets::close);
  }

  @Override
  public int serve(boolean wait) throws IOException {
    packets = 0;
    if (wait) {
      selector.select(onReady);
    } else {
      selector.selectNow(onReady);
    }
    throwFailure();
    return packets;
  }

  private void throwFailure() throws IOException {
    IOException thrown = failure;
    failure = null;
    if (thrown != null && packets == 0) {
      throw thrown;
    }
  }

  private void onReady(SelectionKey key) {
    DatagramChannel socket = (DatagramChannel) key.channel();
    for (int i = 0; i < BURST && answerOne(socket, place(key).channel()); i++) {
      packets++;
    }
  }

  /** Whether there may be more to read. */
  private boolean answerOne(DatagramChannel socket, Channel channel) {
    InetSocketAddress sender = receive(socket);
    if (sender == null) {
      return false;
    }
    if (!isAnswerable(sender)) {
      answerer.refuse(channel);
      return true;
    }
    int length = answerer.answerAlone(query, response, channel);
    if (length != QueryHandler.DROP) {
      answerer.lost(channel, send(socket, length, sender) ? 0 : 1);
    }
    return true;
  }

  /** Only a forger sends from port 0, or from the unspecified address, which is this host. */
  private static boolean isAnswerable(InetSocketAddress sender) {
    return sender.getPort() != 0 && !sender.getAddress().isAnyLocalAddress();
  }

  private @Nullable InetSocketAddress receive(DatagramChannel socket) {
    try {
      SocketAddress sender = socket.receive(query.clear());
      query.flip();
      return (InetSocketAddress) sender;
    } catch (ClosedChannelException e) {
      return null;
    } catch (IOException e) {
      failure = e;
      return null;
    }
  }

  /** A response that cannot be sent is lost, as it might be in the network. */
  private boolean send(DatagramChannel socket, int length, InetSocketAddress target) {
    try {
      return socket.send(response.clear().limit(length), target) > 0;
    } catch (IOException e) {
      LOG.log(Level.FINE, "sending a UDP packet failed", e);
      return false;
    }
  }

  @Override
  public void wakeup() {
    selector.wakeup();
  }

  @Override
  public void close() {
    selector.keys().stream().toList().forEach(NioUdpSockets::close);
    try {
      selector.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "closing a selector failed", e);
    }
  }

  private static void close(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "closing a UDP socket failed", e);
    }
  }
}
