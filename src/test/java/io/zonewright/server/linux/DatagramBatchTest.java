package io.zonewright.server.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DatagramBatchTest {
  private static final int BUFFER = 1 << 20;
  private static final int FEW = 4;
  private static final int SHORT = 32;
  private static final int LONG = 50;

  private static final int SOL_SOCKET = 1;
  private static final int SO_NO_CHECK = 11;
  private static final int SOL_UDP = 17;
  private static final int UDP_GRO = 104;

  /** More than enough for the compiler to have seen it all. */
  private static final int ROUNDS = 100_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private SocketPoll poll;
  private DatagramBatch batch;

  @BeforeEach
  void open() throws IOException {
    assumeThat(NativeSockets.obstacle()).as("why the system's own sockets cannot be had").isNull();
    poll = new SocketPoll();
    batch = new DatagramBatch();
  }

  @AfterEach
  void close() {
    if (poll != null) {
      poll.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void answersEachSenderOfABatch(String address) throws IOException {
    LinuxDatagramSocket socket = bind(address, 0);
    try (DatagramSocket one = client(socket, address);
        DatagramSocket other = client(socket, address)) {
      send(one, 'a');
      send(other, 'b');
      send(one, 'c');

      assertThat(echo(socket, 3)).isEqualTo(3);

      assertThat(new String(new char[] {receive(one), receive(one)})).isEqualTo("AC");
      assertThat(receive(other)).isEqualTo('B');
    }
  }

  @Test
  void aPacketWithoutAResponseHoldsUpNoOther() throws IOException {
    LinuxDatagramSocket socket = bind("127.0.0.1", 0);
    try (DatagramSocket client = client(socket, "127.0.0.1")) {
      send(client, '-');
      send(client, 'a');
      send(client, '-');
      send(client, 'b');

      echo(socket, 4);

      assertThat(receive(client)).isEqualTo('A');
      assertThat(receive(client)).isEqualTo('B');
    }
  }

  @Test
  void aWildcardSocketAnswersFromTheAddressThatWasAsked() throws IOException {
    LinuxDatagramSocket socket = bind("0.0.0.0", 0);
    for (String asked : new String[] {"127.0.0.1", "127.0.0.2", "127.1.2.3"}) {
      // A connected socket takes packets from the address that it sends to, and from no other.
      try (DatagramSocket client = client(socket, asked)) {
        send(client, 'a');
        echo(socket, 1);
        assertThat(receive(client)).as(asked).isEqualTo('A');
      }
    }
  }

  @Test
  void moreThanABatchComesInSeveral() throws IOException {
    LinuxDatagramSocket socket = bind("::1", 0);
    try (DatagramSocket client = client(socket, "::1")) {
      client.setReceiveBufferSize(BUFFER);
      int all = 3 * DatagramBatch.CAPACITY + 1;
      for (int i = 0; i < all; i++) {
        send(client, 'a');
      }
      assertThat(echo(socket, all)).isEqualTo(all);
      for (int i = 0; i < all; i++) {
        assertThat(receive(client)).isEqualTo('A');
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0", "::"})
  void responsesOfOneLengthToOneClientLeaveAsOneMessage(String address) throws IOException {
    assertLeaveAsTwo(bind(address, 0), "aaabaa", 5 * SHORT + LONG);
  }

  @ParameterizedTest
  @CsvSource({"::1, 127.0.0.1", "::, 0.0.0.0"})
  void soTheyDoAfterPacketsOfTheOtherFamily(String before, String address) throws IOException {
    LinuxDatagramSocket socket = bind(before, 0);
    try (DatagramSocket client = client(socket, "::1")) {
      send(client, 'a');
      echo(socket, 1);
      receive(client);
    }

    assertLeaveAsTwo(bind(address, 0), "aaabaa", 5 * SHORT + LONG);
  }

  @Test
  void noMoreOfThemThanAnySystemCuts() throws IOException {
    String all = "a".repeat(DatagramBatch.CAPACITY);

    assertLeaveAsTwo(bind("127.0.0.1", 0), all, DatagramBatch.CAPACITY * SHORT);
  }

  private void assertLeaveAsTwo(LinuxDatagramSocket socket, String letters, int octets)
      throws IOException {
    LinuxDatagramSocket client = bind(loopback(socket).getAddress().getHostAddress(), 0);
    // A client that says so gets what left as one message as one.
    new SocketOptions(new Libc(), client.fd()).set(SOL_UDP, UDP_GRO, 1);
    request(client, loopback(socket), letters);

    poll.await(true);
    for (int slot = batch.receive(socket) - 1; slot >= 0; slot--) {
      batch.respond(slot, batch.query(slot).get(0) == 'a' ? SHORT : LONG);
    }
    batch.send(socket);

    assertThat(batch.receive(client)).isEqualTo(2);
    assertThat(batch.query(0).remaining() + batch.query(1).remaining()).isEqualTo(octets);
  }

  /** Where a socket can be asked that is bound to a wildcard. */
  private static InetSocketAddress loopback(LinuxDatagramSocket socket) {
    boolean ipv6 = socket.address().getAddress() instanceof Inet6Address;
    InetAddress address = InetAddress.ofLiteral(ipv6 ? "::1" : "127.0.0.1");
    return new InetSocketAddress(address, socket.address().getPort());
  }

  private static void request(LinuxDatagramSocket from, InetSocketAddress to, String letters) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = SocketAddressLayout.write(to, arena);
      MessageHeaders headers = new MessageHeaders(arena);
      PacketBuffers packets = new PacketBuffers(SHORT);
      for (int i = 0; i < letters.length(); i++) {
        packets.buffer(i).put(0, (byte) letters.charAt(i));
        headers.part(i, packets.address(i), 1);
        headers.peer(i, name.address(), (int) name.byteSize());
      }
      int sent = new Libc().sendmmsg(from.fd(), headers.from(0), letters.length(), 0);
      assertThat(sent).isEqualTo(letters.length());
    }
  }

  @Test
  void whereTheSystemHasNoWayToCutAMessageEachResponseLeavesByItself() throws IOException {
    LinuxDatagramSocket socket = bind("127.0.0.1", 0);
    // Nothing is cut without a checksum (net/ipv4/udp.c).
    new SocketOptions(new Libc(), socket.fd()).set(SOL_SOCKET, SO_NO_CHECK, 1);
    try (DatagramSocket client = client(socket, "127.0.0.1");
        DatagramSocket other = client(socket, "127.0.0.1")) {
      for (int round = 0; round < 2; round++) {
        for (char letter : "abc".toCharArray()) {
          send(client, letter);
          send(other, letter);
        }

        echo(socket, 6);

        String all = "" + receive(client) + receive(client) + receive(client);
        assertThat(all).isEqualTo("ABC");
        String others = "" + receive(other) + receive(other) + receive(other);
        assertThat(others).isEqualTo("ABC");
        assertThat(socket.takesBundles()).isFalse();
      }
    }
  }

  @Test
  void aSystemThatDoesNotKnowHowToCutIsFoundOut() throws IOException {
    Libc libc = new Libc();
    int other = libc.socket(SocketAddressLayout.family(InetAddress.ofLiteral("::1")), 1, 0);
    try {
      assertThat(new SocketOptions(libc, other).cutsMessages()).as("of TCP").isFalse();
      assertThat(bind("::1", 0).takesBundles()).as("of UDP").isTrue();
    } finally {
      libc.close(other);
    }
  }

  @Test
  void whatCannotBeSentIsCounted() throws IOException {
    LinuxDatagramSocket socket = bind("127.0.0.1", 0);
    LinuxDatagramSocket client = bind("127.0.0.1", 0);
    request(client, socket.address(), "aaab");
    poll.await(true);
    int count = batch.receive(socket);
    for (int slot = 0; slot < count; slot++) {
      batch.respond(slot, batch.query(slot).get(0) == 'a' ? SHORT : LONG);
    }

    assertThat(batch.send(socket)).isZero();
    poll.remove(socket); // closes it

    assertThat(batch.send(socket)).isEqualTo(4);
  }

  @Test
  void receivingAndSendingAllocateNothing() throws IOException {
    LinuxDatagramSocket socket = bind("::1", 0);
    long least = Long.MAX_VALUE;
    try (DatagramSocket client = client(socket, "::1")) {
      for (int round = 0; round < ROUNDS && least > 0; round++) {
        for (int i = 0; i < FEW; i++) {
          send(client, 'a');
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        exchange(socket);
        least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        for (int i = 0; i < FEW; i++) {
          receive(client);
        }
      }
    }
    assertThat(least).as("octets for %d packets", FEW).isZero();
  }

  /** Answers as many packets as were sent. */
  private void exchange(LinuxDatagramSocket socket) throws IOException {
    for (int packets = 0; packets < FEW; ) {
      poll.await(true);
      int count = batch.receive(socket);
      for (int slot = 0; slot < count; slot++) {
        batch.response(slot).put(0, (byte) 'A');
        batch.respond(slot, 1);
      }
      batch.send(socket);
      packets += count;
    }
  }

  @Test
  void wakingUpEndsTheWaiting() throws Exception {
    Thread waiting = Thread.ofPlatform().start(() -> poll.await(true));

    poll.wakeup();

    assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
  }

  @Test
  void theSystemSaysWhyASocketIsNotBound() throws IOException {
    int port = bind("127.0.0.1", 0).address().getPort();

    assertThatThrownBy(() -> bind("127.0.0.1", port))
        .hasMessageContaining("Address already in use");
    assertThatThrownBy(() -> bind("192.0.2.1", 0)).hasMessageContaining("Cannot assign");
  }

  private LinuxDatagramSocket bind(String address, int port) throws IOException {
    InetSocketAddress wanted = new InetSocketAddress(InetAddress.ofLiteral(address), port);
    LinuxDatagramSocket socket = LinuxDatagramSocket.bind(wanted, false, BUFFER);
    poll.add(socket);
    assertThat(socket.receiveBuffer()).isPositive();
    return socket;
  }

  private static DatagramSocket client(LinuxDatagramSocket socket, String address)
      throws IOException {
    DatagramSocket client = new DatagramSocket();
    client.connect(InetAddress.ofLiteral(address), socket.address().getPort());
    client.setSoTimeout(20_000);
    return client;
  }

  private static void send(DatagramSocket client, char letter) throws IOException {
    client.send(new DatagramPacket(new byte[] {(byte) letter}, 1));
  }

  private static char receive(DatagramSocket client) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[10], 10);
    client.receive(packet);
    assertThat(packet.getLength()).isEqualTo(1);
    return (char) packet.getData()[0];
  }

  /** Answers each small letter with its capital, and nothing else. */
  private int echo(LinuxDatagramSocket socket, int wanted) throws IOException {
    int packets = 0;
    while (packets < wanted) {
      poll.await(true);
      int count = batch.receive(socket);
      for (int slot = 0; slot < count; slot++) {
        assertThat(batch.isAnswerable(slot)).isTrue();
        char letter = (char) batch.query(slot).get(0);
        if (Character.isLetter(letter)) {
          batch.response(slot).put(0, (byte) Character.toUpperCase(letter));
          batch.respond(slot, 1);
        }
      }
      batch.send(socket);
      packets += count;
    }
    return packets;
  }
}
