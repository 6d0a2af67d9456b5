package io.zonewright.server.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Packets received by one system call, and the responses to them that leave by another. Everything
 * is laid out once; neither receiving nor sending allocates. For one thread.
 */
public final class DatagramBatch {
  /** The most packets of one call. */
  public static final int CAPACITY = 64;

  /** The longest response, in octets. */
  public static final int MAX_RESPONSE = 4096;

  /** No datagram is longer. */
  private static final int MAX_QUERY = 65_536;

  private static final int MSG_DONTWAIT = 0x40;

  private final Libc libc = new Libc();
  private final PacketBuffers queries = new PacketBuffers(MAX_QUERY);
  private final PacketBuffers responses = new PacketBuffers(MAX_RESPONSE);
  private final int[] responseLengths = new int[CAPACITY];
  private final PacketOrigins origins;
  private final MessageHeaders received;
  private final ResponseSender sender;
  private int count;

  /** Lays out the memory, which is given back when this object is no longer reachable. */
  public DatagramBatch() {
    Arena arena = Arena.ofAuto();
    origins = new PacketOrigins(arena);
    received = new MessageHeaders(arena);
    sender = new ResponseSender(responses, origins, received, arena);
    for (int slot = 0; slot < CAPACITY; slot++) {
      received.part(slot, queries.address(slot), MAX_QUERY);
      origins.offer(slot, received);
    }
  }

  /**
   * Receives what is there, without waiting.
   *
   * @return the number of packets, 0 if there are none
   */
  public int receive(LinuxDatagramSocket socket) throws IOException {
    for (int slot = 0; slot < count; slot++) {
      origins.offer(slot, received);
    }
    count = 0;
    int result = libc.recvmmsg(socket.fd(), received.from(0), CAPACITY, MSG_DONTWAIT);
    if (result == Errno.AGAIN || result == Errno.INTERRUPTED) {
      return 0;
    }
    if (result < 0) {
      throw Libc.error("recvmmsg", result);
    }
    count = result;
    for (int slot = 0; slot < count; slot++) {
      queries.buffer(slot).clear().limit(received.length(slot));
    }
    Arrays.fill(responseLengths, 0, count, 0);
    return count;
  }

  /** All packets, of which as many were received as {@link #receive} said. */
  public ByteBuffer[] queries() {
    return queries.buffers();
  }

  /** A packet that was received, from position to limit. */
  public ByteBuffer query(int slot) {
    return queries.buffer(slot);
  }

  /** Whether a packet was sent by one host to one host, as far as can be told. */
  public boolean isAnswerable(int slot) {
    return origins.isFromOne(slot) && origins.isToOne(slot, received);
  }

  /** Where the response to a packet goes. */
  public ByteBuffer response(int slot) {
    return responses.buffer(slot);
  }

  /** Says how long the response to a packet is; without this there is none. */
  public void respond(int slot, int length) {
    responseLengths[slot] = length;
  }

  /**
   * Sends all responses. One that the system refuses is lost, as it might be in the network.
   *
   * @return how many were lost
   */
  public int send(LinuxDatagramSocket socket) {
    return sender.send(socket, responseLengths, count);
  }
}
