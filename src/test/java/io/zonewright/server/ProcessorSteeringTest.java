package io.zonewright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonewright.server.linux.NativeSockets;
import io.zonewright.testing.Tools;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With steering it is the worker of the client's processor that answers it over loopback. */
class ProcessorSteeringTest {
  private static final int CLIENTS = 50;

  /** Prints for each processor on which it may run the text of each answer. */
  private static final String ASK_ON_EACH_PROCESSOR =
      """
      import os, socket, sys
      host, port, query, clients = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
      for processor in sorted(os.sched_getaffinity(0)):
          os.sched_setaffinity(0, {processor})
          for i in range(clients):
              family = socket.AF_INET6 if ':' in host else socket.AF_INET
              client = socket.socket(family, socket.SOCK_DGRAM)
              client.settimeout(20)
              client.sendto(bytes.fromhex(query), (host, port))
              print(processor, client.recv(512)[12:].decode())
      """;

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:0", "[::1]:0", "0.0.0.0:0"})
  void theWorkerOfTheProcessorAnswers(String listen) throws Exception {
    assumeThat(NativeSockets.obstacle()).as("why the system's own sockets cannot be had").isNull();
    for (String line : answers(listen, UdpDrivers.choose(), true)) {
      List<String> words = List.of(line.split(" ", -1));
      int worker = Integer.parseInt(words.getFirst()) % 2;
      assertThat(words.getLast()).isEqualTo("zonewright-udp-" + worker);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyWorkerAnswersWhereItCannotBeHad(boolean wanted) throws Exception {
    UdpDriver<?> driver = wanted ? new NioUdpDriver() : UdpDrivers.choose();

    assertThat(answers("127.0.0.1:0", driver, wanted))
        .anyMatch(line -> line.endsWith("zonewright-udp-0"))
        .anyMatch(line -> line.endsWith("zonewright-udp-1"));
  }

  private static List<String> answers(String listen, UdpDriver<?> driver, boolean steer)
      throws Exception {
    ServerSettings settings = ServerFixture.settings(listen).withSteerByProcessor(steer);
    try (ServerFixture server =
        new ServerFixture(settings, () -> ProcessorSteeringTest::nameOfTheThread, driver)) {
      int port = server.address().getPort();
      String host = listen.startsWith("[") ? "::1" : "127.0.0.1";
      String query = HexFormat.of().formatHex(ServerFixture.query(7));
      Tools.Result result =
          Tools.run(
              "python3",
              List.of(
                  "-c",
                  ASK_ON_EACH_PROCESSOR,
                  host,
                  Integer.toString(port),
                  query,
                  Integer.toString(CLIENTS)));
      assertThat(result.status()).as(result.output()).isZero();
      assertThat(result.lines()).hasSizeGreaterThanOrEqualTo(CLIENTS);
      return result.lines();
    }
  }

  private static int nameOfTheThread(ByteBuffer query, ByteBuffer response, Channel channel) {
    response.put(query.limit(12)).put(2, (byte) 0x80);
    response.put(Thread.currentThread().getName().getBytes(StandardCharsets.US_ASCII));
    return response.position();
  }
}
