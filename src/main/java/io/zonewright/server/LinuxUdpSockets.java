package io.zonewright.server;

import io.zonewright.server.linux.DatagramBatch;
import io.zonewright.server.linux.LinuxDatagramSocket;
import io.zonewright.server.linux.SocketPoll;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.locks.LockSupport;

/** Sockets that are read and written a batch at a time. Nothing is allocated per packet. */
final class LinuxUdpSockets implements UdpSockets<LinuxDatagramSocket> {
  /** The most batches that one busy socket gets before the others have their turn. */
  private static final int BURST = 8;

  private final Answerer answerer;
  private final SocketPoll poll = new SocketPoll();
  private final DatagramBatch batch = new DatagramBatch();
  private final Gathering gathering = new Gathering(System.nanoTime());
  private int lastPackets;

  LinuxUdpSockets(Answerer answerer) throws IOException {
    this.answerer = answerer;
  }

  @Override
  public void add(InetSocketAddress address, LinuxDatagramSocket socket) {
    poll.add(socket);
  }

  @Override
  public void remove(InetSocketAddress address) {
    String text = SocketText.of(address);
    poll.sockets().stream()
        .filter(socket -> SocketText.of(socket.address()).equals(text))
        .toList()
        .forEach(poll::remove);
  }

  @Override
  public int serve(boolean wait) throws IOException {
    if (wait && gathering.pays(lastPackets, System.nanoTime())) {
      LockSupport.parkNanos(Gathering.PAUSE.toNanos());
    }
    poll.await(wait);
    int packets = 0;
    IOException failure = null;
    for (int i = 0; i < poll.size(); i++) {
      try {
        packets += poll.isReady(i) ? serve(poll.socket(i)) : 0;
      } catch (IOException e) {
        // The others have their turn all the same.
        failure = e;
      }
    }
    if (failure != null && packets == 0) {
      throw failure;
    }
    lastPackets = packets;
    return packets;
  }

  private int serve(LinuxDatagramSocket socket) throws IOException {
    Channel channel = Channel.udp(socket.address());
    int packets = 0;
    int count = DatagramBatch.CAPACITY;
    for (int i = 0; i < BURST && count == DatagramBatch.CAPACITY; i++) {
      count = batch.receive(socket);
      answerer.foresee(batch.queries(), count);
      for (int slot = 0; slot < count; slot++) {
        answer(slot, channel);
      }
      answerer.finish(channel);
      answerer.lost(channel, batch.send(socket));
      packets += count;
    }
    return packets;
  }

  private void answer(int slot, Channel channel) {
    if (batch.isAnswerable(slot)) {
      int length = answerer.answer(batch.query(slot), batch.response(slot), channel);
      batch.respond(slot, length == QueryHandler.DROP ? 0 : length);
    } else {
      answerer.refuse(channel);
    }
  }

  @Override
  public void wakeup() {
    poll.wakeup();
  }

  @Override
  public void close() {
    poll.close();
  }
}
