package io.zonewright.zone.compile.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.10, 192.0.2.10",
    "255.255.255.255, 255.255.255.255",
    "0.0.0.0, 0.0.0.0",
    "2001:DB8::1, 2001:db8::1",
    "2001:db8:0:0:0:0:0:1, 2001:db8::1",
    "2001:0db8::00ab, 2001:db8::ab",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1",
    "::ffff:c000:201, ::ffff:192.0.2.1",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
  })
  void readsAndWritesCanonically(String text, String canonical) {
    byte[] octets = Objects.requireNonNull(IpAddress.parse(text));

    assertThat(IpAddress.print(octets)).isEqualTo(canonical);
    assertThat(IpAddress.parse(canonical)).isEqualTo(octets);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ":",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.04",
        "1.2.3.",
        " 1.2.3.4",
        "1.2.3.4 ",
        "1.2.3.-4",
        "1.2.3.+4",
        "0x1.2.3.4",
        "\u0661.2.3.4",
        "1:2:3:4:5:6:7",
        ":::",
        "1:::2",
        "1::2::3",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        "::g",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:",
        "::1%eth0",
        "[::1]",
        "::1/64",
        "1.2.3.4::",
        "::1.2.3.4:5",
        "::1.2.3",
        "::01.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8"
      })
  void refusesWhatNotEveryProgramReadsAlike(String text) {
    assertThat(IpAddress.parse(text)).isNull();
  }

  @Test
  void agreesWithTheJdk() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] octets = new byte[16];
      random.nextBytes(octets);
      for (int g = 0; g < 8; g++) {
        if (random.nextBoolean()) {
          octets[2 * g] = 0;
          octets[2 * g + 1] = (byte) random.nextInt(2);
        }
      }
      String text = IpAddress.print(octets);
      assertThat(IpAddress.parse(text)).isEqualTo(octets);
      assertThat(InetAddress.getByName(text)).isEqualTo(InetAddress.getByAddress(octets));
    }
  }
}
