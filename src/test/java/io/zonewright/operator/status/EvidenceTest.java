package io.zonewright.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.Serial;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a status says about who answers. */
class EvidenceTest {

  @Test
  void namesTheFamiliesThatAnswer() {
    assertThat(evidence(Reach.SERVED, Reach.SERVED).sentence())
        .isEqualTo("Serial 7 is served over IPv4 and IPv6.");
  }

  @Test
  void namesTheFamilyThatIsNotListenedOn() {
    Evidence evidence = evidence(Reach.SERVED, Reach.ABSENT);

    assertThat(evidence.isComplete()).isTrue();
    assertThat(evidence.sentence())
        .isEqualTo(
            "Serial 7 is served over IPv4, not over IPv6: the server does not listen there.");
  }

  @Test
  void namesTheFamilyThatDoesNotAnswer() {
    Evidence evidence = evidence(Reach.SERVED, Reach.NO_TCP);

    assertThat(evidence.isComplete()).isFalse();
    assertThat(evidence.sentence())
        .isEqualTo(
            "The newest serial is served over IPv4, but not yet over IPv6 (no answer over TCP).");
  }

  @Test
  void namesBothWhereNoneAnswers() {
    assertThat(evidence(Reach.SILENT, Reach.UNBOUND).sentence())
        .isEqualTo(
            "The newest serial is not served yet"
                + " over IPv4 (no answer) and IPv6 (no address is bound).");
  }

  private static Evidence evidence(Reach ipv4, Reach ipv6) {
    return new Evidence(Serial.of(7), Map.of(AddressFamily.IPV4, ipv4, AddressFamily.IPV6, ipv6));
  }
}
