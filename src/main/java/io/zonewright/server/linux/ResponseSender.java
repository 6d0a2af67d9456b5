package io.zonewright.server.linux;

import java.lang.foreign.Arena;

/**
 * Sends the responses of a batch by one system call. Those of one length to one client leave as one
 * message, which the system, or the network card, cuts into datagrams (UDP_SEGMENT, udp(7)): most
 * of what a datagram costs is its way through the system, and that is gone once for all of them.
 * Resolvers change their port with each query (RFC 5452 section 9.2) and gain nothing; proxies and
 * load balancers, which are the busiest clients, have few ports.
 */
final class ResponseSender {
  /** What fits with its headers into the smallest MTU of IPv6, and 60 times into one message. */
  private static final int LONGEST_IN_BUNDLE = 1000;

  /**
   * The system takes 64, but before Linux 5.16 it counted the headers of the message as well, which
   * are as long as four responses at most.
   */
  private static final int MOST_IN_BUNDLE = 60;

  private static final int MSG_DONTWAIT = 0x40;

  /** How often a full send buffer is waited for before the responses are given up. */
  private static final int ATTEMPTS = 4;

  private static final int WAIT_MILLIS = 5;

  private final Libc libc = new Libc();
  private final PacketBuffers responses;
  private final PacketOrigins origins;
  private final MessageHeaders received;
  private final MessageHeaders messages;
  private final Bundles bundles = new Bundles();
  private final DescriptorPoll writable = new DescriptorPoll(1);

  ResponseSender(
      PacketBuffers responses, PacketOrigins origins, MessageHeaders received, Arena arena) {
    this.responses = responses;
    this.origins = origins;
    this.received = received;
    this.messages = new MessageHeaders(arena);
  }

  /**
   * Sends all responses. One that the system refuses is lost, as it might be in the network.
   *
   * @param lengths octets of the response of each slot, 0 where there is none
   * @param count how many slots there are
   * @return how many responses were lost
   */
  int send(LinuxDatagramSocket socket, int[] lengths, int count) {
    bundles.clear();
    for (int slot = 0; slot < count; slot++) {
      if (lengths[slot] > 0) {
        bundle(slot, lengths, socket.takesBundles());
      }
    }
    layOut(lengths);
    return transmit(socket, lengths);
  }

  private void bundle(int slot, int[] lengths, boolean together) {
    int length = lengths[slot];
    int hash = origins.port(slot) ^ length;
    int bundle = together ? bundles.candidate(hash) : Bundles.NONE;
    if (bundle != Bundles.NONE && takes(bundle, slot, lengths)) {
      bundles.join(bundle, slot);
    } else {
      bundles.begin(hash, slot);
    }
  }

  private boolean takes(int bundle, int slot, int[] lengths) {
    int first = bundles.first(bundle);
    return lengths[slot] <= LONGEST_IN_BUNDLE
        && lengths[slot] == lengths[first]
        && bundles.size(bundle) < MOST_IN_BUNDLE
        && origins.sameWay(first, slot, received);
  }

  private void layOut(int[] lengths) {
    int part = 0;
    for (int bundle = 0; bundle < bundles.count(); bundle++) {
      int first = bundles.first(bundle);
      messages.parts(bundle, part, bundles.size(bundle));
      for (int slot = first; slot != Bundles.NONE; slot = bundles.next(slot)) {
        messages.part(part++, responses.address(slot), lengths[slot]);
      }
      origins.turn(first, received, bundle, messages);
      if (bundles.size(bundle) > 1) {
        origins.cut(first, bundle, messages, lengths[first]);
      }
    }
  }

  private int transmit(LinuxDatagramSocket socket, int[] lengths) {
    int all = bundles.count();
    int attempts = 0;
    int done = 0;
    int lost = 0;
    while (done < all && attempts < ATTEMPTS) {
      int result = libc.sendmmsg(socket.fd(), messages.from(done), all - done, MSG_DONTWAIT);
      if (result > 0) {
        done += result;
      } else if (result == Errno.AGAIN || result == Errno.NO_BUFFERS) {
        attempts++;
        writable.awaitWritable(socket, WAIT_MILLIS);
      } else if (result != Errno.INTERRUPTED) {
        // The error is that of the first one; the others may well have a way.
        lost += bundles.size(done) > 1 ? sendSingly(socket, done, lengths) : 1;
        done++;
      }
    }
    for (; done < all; done++) {
      lost += bundles.size(done);
    }
    return lost;
  }

  /**
   * Where the system has no way to cut a message it takes each datagram by itself, and is not asked
   * again: one that encrypts what it sends (IPsec), or sends without checksums.
   */
  private int sendSingly(LinuxDatagramSocket socket, int bundle, int[] lengths) {
    int sent = 0;
    int slot = bundles.first(bundle);
    while (slot != Bundles.NONE) {
      messages.parts(bundle, 0, 1);
      messages.part(0, responses.address(slot), lengths[slot]);
      origins.turn(slot, received, bundle, messages);
      sent += Math.max(0, libc.sendmmsg(socket.fd(), messages.from(bundle), 1, MSG_DONTWAIT));
      slot = bundles.next(slot);
    }
    if (sent > 0) {
      socket.refuseBundles();
    }
    return bundles.size(bundle) - sent;
  }
}
