package io.zonewright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Finds ports of the loopback addresses that nobody uses just now. */
public final class FreePort {
  private static final int ATTEMPTS = 100;

  /** A port is free until somebody takes it, who may be late: it is not given to a second one. */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /** A port that is free for TCP on {@code 127.0.0.1}. */
  public static int tcp() {
    return Stream.generate(FreePort::unused)
        .limit(ATTEMPTS)
        .filter(GIVEN::add)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no port is free"));
  }

  private static int unused() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that is free for UDP and TCP on both {@code 127.0.0.1} and {@code ::1}. */
  public static int dns() {
    return Stream.generate(FreePort::tcp)
        .limit(ATTEMPTS)
        .filter(FreePort::isFreeEverywhere)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no port is free on both families"));
  }

  private static boolean isFreeEverywhere(int port) {
    return List.of("127.0.0.1", "::1").stream().allMatch(host -> isFree(host, port));
  }

  private static boolean isFree(String host, int port) {
    try (ServerSocket tcp = new ServerSocket(port, 1, InetAddress.ofLiteral(host));
        DatagramSocket udp =
            new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(host), port))) {
      return tcp.isBound() && udp.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
