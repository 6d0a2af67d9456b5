package io.zonewright.server.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The options of one socket; the names are those of socket(7), ip(7) and ipv6(7). */
final class SocketOptions {
  private static final int SOL_SOCKET = 1;
  private static final int SO_SNDBUF = 7;
  private static final int SO_RCVBUF = 8;
  private static final int SO_REUSEPORT = 15;
  private static final int SO_SNDBUFFORCE = 32;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int SO_ATTACH_REUSEPORT_CBPF = 51;

  private static final int IPPROTO_IP = 0;
  private static final int IP_PKTINFO = 8;
  private static final int IP_MTU_DISCOVER = 10;

  private static final int IPPROTO_IPV6 = 41;
  private static final int IPV6_MTU_DISCOVER = 23;
  private static final int IPV6_V6ONLY = 26;
  private static final int IPV6_RECVPKTINFO = 49;

  /** Never believe a path MTU, which a forger can lower to have responses fragmented. */
  private static final int PMTUDISC_OMIT = 5;

  private final Libc libc;
  private final int fd;

  SocketOptions(Libc libc, int fd) {
    this.libc = libc;
    this.fd = fd;
  }

  void sharePort() throws IOException {
    set(SOL_SOCKET, SO_REUSEPORT, 1);
  }

  /** Of the sockets that share the address the number of the processor chooses, not a hash. */
  void steerByProcessor(int sockets) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment program = ProcessorSteering.program(sockets, arena);
      int result = libc.setsockopt(fd, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, program);
      if (result < 0) {
        throw Libc.error("setsockopt", result);
      }
    }
  }

  void ipv6Only() throws IOException {
    set(IPPROTO_IPV6, IPV6_V6ONLY, 1);
  }

  /** Each packet brings the address it was sent to. */
  void tellDestination(boolean ipv6) throws IOException {
    if (ipv6) {
      set(IPPROTO_IPV6, IPV6_RECVPKTINFO, 1);
    } else {
      set(IPPROTO_IP, IP_PKTINFO, 1);
    }
  }

  void ignorePathMtu(boolean ipv6) throws IOException {
    if (ipv6) {
      set(IPPROTO_IPV6, IPV6_MTU_DISCOVER, PMTUDISC_OMIT);
    } else {
      set(IPPROTO_IP, IP_MTU_DISCOVER, PMTUDISC_OMIT);
    }
  }

  /** Whether the system knows how to cut a message into datagrams, which Linux 4.18 learned. */
  boolean cutsMessages() {
    return trySet(PacketOrigins.SOL_UDP, PacketOrigins.UDP_SEGMENT, 0) >= 0;
  }

  /** Asks for buffers of a size; beyond the system's limit only a privileged process gets it. */
  void buffers(int octets) throws IOException {
    if (trySet(SOL_SOCKET, SO_RCVBUFFORCE, octets) < 0) {
      set(SOL_SOCKET, SO_RCVBUF, octets);
    }
    if (trySet(SOL_SOCKET, SO_SNDBUFFORCE, octets) < 0) {
      set(SOL_SOCKET, SO_SNDBUF, octets);
    }
  }

  int receiveBuffer() throws IOException {
    return granted(SO_RCVBUF);
  }

  int sendBuffer() throws IOException {
    return granted(SO_SNDBUF);
  }

  /** What the system granted. Linux tells the double of it, for its own book-keeping. */
  private int granted(int option) throws IOException {
    return get(SOL_SOCKET, option) / 2;
  }

  void set(int level, int option, int value) throws IOException {
    int result = trySet(level, option, value);
    if (result < 0) {
      throw Libc.error("setsockopt", result);
    }
  }

  private int trySet(int level, int option, int value) {
    try (Arena arena = Arena.ofConfined()) {
      return libc.setsockopt(fd, level, option, arena.allocateFrom(JAVA_INT, value));
    }
  }

  private int get(int level, int option) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(JAVA_INT);
      MemorySegment length = arena.allocateFrom(JAVA_INT, Integer.BYTES);
      int result = libc.getsockopt(fd, level, option, value, length);
      if (result < 0) {
        throw Libc.error("getsockopt", result);
      }
      return value.get(JAVA_INT, 0);
    }
  }
}
