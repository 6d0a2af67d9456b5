package io.zonewright.zone;

import static io.zonewright.zone.ZoneData.rrset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonewright.dns.RRType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RRsetTest {
  @Test
  void recordsAreInCanonicalOrderWithoutDuplicates() {
    RRset rrset =
        RRset.of(
            RRType.TXT, 60, List.of(bytes(200), bytes(1, 2), bytes(1), bytes(200), bytes(127)));

    assertThat(rrset.rdata()).containsExactly(bytes(1), bytes(1, 2), bytes(127), bytes(200));
    assertThat(rrset.size()).isEqualTo(4);
    assertThat(rrset.packed()).isEqualTo(bytes(0, 1, 1, 0, 2, 1, 2, 0, 1, 127, 0, 1, 200));
  }

  @Test
  void namesWithinTheDataCompareWithoutCase() {
    RRset rrset = rrset("MX", "20 B.test", "10 B.test", "20 a.test", "20 b.TEST");

    assertThat(rrset).isEqualTo(rrset("MX", "10 B.test", "20 a.test", "20 B.test"));
    assertThat(rrset("TXT", "a", "A").size()).isEqualTo(2);
  }

  @Test
  void theFieldsInFrontOfANameAreNotLetters() {
    // The preferences are the octets of A and a.
    assertThat(rrset("MX", "65 mail.test", "97 mail.test").size()).isEqualTo(2);
  }

  @Test
  void theDataIsCopied() {
    byte[] data = bytes(1, 2, 3, 4);
    RRset rrset = RRset.of(RRType.A, 60, List.of(data));
    data[0] = 9;

    assertThat(rrset.rdata()).containsExactly(bytes(1, 2, 3, 4));
  }

  @Test
  void theLongestDataFits() {
    RRset rrset = RRset.of(RRType.TXT, 60, List.of(new byte[65535], bytes(1)));

    assertThat(rrset.rdata()).containsExactly(new byte[65535], bytes(1));
    assertThatThrownBy(() -> RRset.of(RRType.TXT, 60, List.of(new byte[65536])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noRecordsOrANegativeTtlAreRefused() {
    assertThatThrownBy(() -> RRset.of(RRType.A, 60, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RRset.of(RRType.A, -1, List.of(bytes(1, 2, 3, 4))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
