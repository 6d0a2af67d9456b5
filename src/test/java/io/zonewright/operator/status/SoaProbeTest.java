package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SoaProbeTest {
  private static final DomainName APEX = DomainName.parse("contoso.com");
  private static final int QUESTION_END = 12 + APEX.wireLength() + 4;
  private static final int RDATA_NAMES = 2;

  private final SoaProbe probe = new SoaProbe();

  @Test
  void readsTheSerialOfAnAuthoritativeAnswer() throws IOException {
    assertThat(serial(SoaProbeTest::answer)).isEqualTo(new Serial(77));
  }

  @Test
  void asksWithEdns() throws IOException {
    byte[][] seen = new byte[1][];
    assertThat(
            serial(
                query -> {
                  seen[0] = query;
                  return answer(query);
                }))
        .isNotNull();

    assertThat(seen[0][11]).as("ARCOUNT").isEqualTo((byte) 1);
    assertThat(Arrays.copyOfRange(seen[0], QUESTION_END, seen[0].length))
        .containsExactly(0, 0, 41, 1232 >> 8, 1232 & 0xff, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void anAnswerThatEndsEarlyIsNone() throws IOException {
    for (int length = 0; length < answer(new byte[QUESTION_END]).length; length++) {
      int end = length;
      assertThat(serial(query -> Arrays.copyOf(answer(query), end))).as("%d octets", end).isNull();
    }
  }

  private @org.jspecify.annotations.Nullable Serial serial(UnaryOperator<byte[]> server)
      throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerOne(socket, server));
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
      return probe.serial(address, APEX).orElse(null);
    }
  }

  private static void answerOne(DatagramSocket socket, UnaryOperator<byte[]> server) {
    try {
      DatagramPacket packet = new DatagramPacket(new byte[512], 512);
      socket.receive(packet);
      byte[] answer = server.apply(Arrays.copyOf(packet.getData(), packet.getLength()));
      socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The question and one SOA with pointers for names, of serial 77. */
  private static byte[] answer(byte[] query) {
    byte[] answer = Arrays.copyOf(query, QUESTION_END + 12 + 2 * RDATA_NAMES + 4);
    Arrays.fill(answer, QUESTION_END, answer.length, (byte) 0);
    answer[2] = (byte) 0x84;
    answer[7] = 1;
    answer[11] = 0;
    answer[QUESTION_END] = (byte) 0xc0;
    answer[QUESTION_END + 1] = 12;
    answer[QUESTION_END + 3] = 6;
    answer[QUESTION_END + 12] = (byte) 0xc0;
    answer[QUESTION_END + 14] = (byte) 0xc0;
    answer[answer.length - 1] = 77;
    return answer;
  }
}
