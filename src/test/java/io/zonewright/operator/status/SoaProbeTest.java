package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.Serial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoaProbeTest {
  private static final DomainName APEX = DomainName.parse("contoso.com");
  private static final int QUESTION_END = 12 + APEX.wireLength() + 4;

  private final SoaProbe udp = new SoaProbe(new UdpExchange());
  private final SoaProbe tcp = new SoaProbe(new TcpExchange());

  @Test
  void readsTheSerialOfAnAuthoritativeAnswer() throws IOException {
    assertThat(serial(udp, SoaServer.ANSWERS)).isEqualTo(new Serial(77));
    assertThat(serial(tcp, SoaServer.ANSWERS)).isEqualTo(new Serial(77));
  }

  @Test
  void asksWithEdns() throws IOException {
    byte[][] seen = new byte[1][];
    assertThat(
            serial(
                udp,
                query -> {
                  seen[0] = query;
                  return SoaServer.answer(query);
                }))
        .isNotNull();

    assertThat(seen[0][11]).as("ARCOUNT").isEqualTo((byte) 1);
    assertThat(Arrays.copyOfRange(seen[0], QUESTION_END, seen[0].length))
        .containsExactly(0, 0, 41, 1232 >> 8, 1232 & 0xff, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void anAnswerThatEndsEarlyIsNone() throws IOException {
    for (int length = 1; length < SoaServer.answer(new byte[QUESTION_END]).length; length++) {
      int end = length;
      for (SoaProbe probe : List.of(udp, tcp)) {
        assertThat(serial(probe, query -> Arrays.copyOf(SoaServer.answer(query), end)))
            .as("%d octets", end)
            .isNull();
      }
    }
  }

  @Test
  void whoIsSilentHasNotAnswered() throws IOException {
    assertThat(serial(udp, SoaServer.MUTE)).isNull();
    assertThat(serial(tcp, SoaServer.MUTE)).isNull();
  }

  @Test
  void oneConnectionServesForMany() throws IOException {
    try (SoaServer server = server(SoaServer.ANSWERS)) {
      for (int i = 0; i < 10; i++) {
        assertThat(tcp.serial(server.address(), APEX)).hasValue(new Serial(77));
      }

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aConnectionThatTheServerClosedIsReplaced() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    UnaryOperator<byte[]> closesOnce =
        query -> {
          if (asked.incrementAndGet() == 2) {
            throw new UncheckedIOException(new IOException("closed"));
          }
          return SoaServer.answer(query);
        };
    try (SoaServer server = server(closesOnce)) {
      assertThat(tcp.serial(server.address(), APEX)).isPresent();
      assertThat(tcp.serial(server.address(), APEX)).isPresent();

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  private static @Nullable Serial serial(SoaProbe probe, UnaryOperator<byte[]> behaviour)
      throws IOException {
    try (SoaServer server = server(behaviour)) {
      return probe.serial(server.address(), APEX).orElse(null);
    }
  }

  private static SoaServer server(UnaryOperator<byte[]> behaviour) throws IOException {
    return new SoaServer("127.0.0.1", behaviour, behaviour);
  }
}
