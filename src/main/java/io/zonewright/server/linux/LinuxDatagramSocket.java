package io.zonewright.server.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** A bound, non-blocking UDP socket. */
public final class LinuxDatagramSocket {
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_NONBLOCK = 0x800;
  private static final int SOCK_CLOEXEC = 0x80000;

  private final int fd;
  private final InetSocketAddress address;
  private final int receiveBuffer;
  private final int sendBuffer;
  private boolean bundles;

  private LinuxDatagramSocket(int fd, InetSocketAddress address, SocketOptions options)
      throws IOException {
    this.fd = fd;
    this.address = address;
    this.receiveBuffer = options.receiveBuffer();
    this.sendBuffer = options.sendBuffer();
    // An older system would send such a message as one long datagram, without a word.
    this.bundles = options.cutsMessages();
  }

  /**
   * Binds a socket. One bound to a wildcard answers from the address that was asked.
   *
   * @param address port 0 lets the system choose
   * @param shared whether other sockets may be bound to it too (SO_REUSEPORT)
   * @param bufferOctets the size of the buffers in the kernel to ask for, of which less may be
   *     granted
   * @throws IOException with the words of the system
   */
  public static LinuxDatagramSocket bind(
      InetSocketAddress address, boolean shared, int bufferOctets) throws IOException {
    Libc libc = new Libc();
    int type = SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    int fd = libc.socket(SocketAddressLayout.family(address.getAddress()), type, 0);
    if (fd < 0) {
      throw Libc.error("socket", fd);
    }
    try {
      SocketOptions options = new SocketOptions(libc, fd);
      prepare(options, address, shared, bufferOctets);
      InetSocketAddress bound = bind(libc, fd, address);
      return new LinuxDatagramSocket(fd, bound, options);
    } catch (IOException e) {
      libc.close(fd);
      throw e;
    }
  }

  private static void prepare(
      SocketOptions options, InetSocketAddress address, boolean shared, int bufferOctets)
      throws IOException {
    boolean ipv6 = address.getAddress() instanceof Inet6Address;
    if (ipv6) {
      options.ipv6Only();
    }
    if (shared) {
      options.sharePort();
    }
    if (address.getAddress().isAnyLocalAddress()) {
      options.tellDestination(ipv6);
    }
    options.ignorePathMtu(ipv6);
    options.buffers(bufferOctets);
  }

  private static InetSocketAddress bind(Libc libc, int fd, InetSocketAddress address)
      throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = SocketAddressLayout.write(address, arena);
      int result = libc.bind(fd, name);
      if (result < 0) {
        throw Libc.error("bind", result);
      }
      MemorySegment length = arena.allocateFrom(JAVA_INT, (int) name.byteSize());
      result = libc.getsockname(fd, name, length);
      if (result < 0) {
        throw Libc.error("getsockname", result);
      }
      return new InetSocketAddress(address.getAddress(), SocketAddressLayout.port(name, 0));
    }
  }

  /**
   * Has the sockets that share its address get the packets by the processor that received them: in
   * the order in which they were bound, beginning anew after the last.
   *
   * @param sockets how many there are
   * @throws IOException with the words of the system
   */
  public void steerByProcessor(int sockets) throws IOException {
    new SocketOptions(new Libc(), fd).steerByProcessor(sockets);
  }

  /** What it is bound to. */
  public InetSocketAddress address() {
    return address;
  }

  /** The octets that the kernel may hold of packets to come, as granted. */
  public int receiveBuffer() {
    return receiveBuffer;
  }

  /** The octets that the kernel may hold of packets that leave, as granted. */
  public int sendBuffer() {
    return sendBuffer;
  }

  /** Whether several datagrams may leave as one message. */
  boolean takesBundles() {
    return bundles;
  }

  /** Called when the system refused one. */
  void refuseBundles() {
    bundles = false;
  }

  int fd() {
    return fd;
  }

  /** Closes it; to be done by the thread that polls it, once. */
  public void close() {
    new Libc().close(fd);
  }
}
