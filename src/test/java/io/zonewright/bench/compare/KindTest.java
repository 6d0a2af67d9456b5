package io.zonewright.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A server that says something else than it is asked for is not compared. */
class KindTest {
  @ParameterizedTest
  @CsvSource({
    "HIT, NOERROR, true, 1, true",
    "HIT, NOERROR, true, 0, false",
    "HIT, REFUSED, false, 0, false",
    "NXDOMAIN, NXDOMAIN, true, 0, true",
    "NXDOMAIN, NOERROR, true, 0, false",
    "REFERRAL, NOERROR, false, 0, true",
    "REFERRAL, NOERROR, true, 0, false",
    "MX, NOERROR, true, 2, false"
  })
  void isAnsweredByWhatItAsksFor(
      Kind kind, String rcode, boolean authoritative, int answers, boolean expected)
      throws IOException {
    Message response = kind.query(1, new SplittableRandom(1));
    Record question = response.getQuestion();
    response.getHeader().setRcode(Rcode.value(rcode));
    if (authoritative) {
      response.getHeader().setFlag(Flags.AA);
    }
    for (int i = 0; i < answers; i++) {
      byte[] data = {10, 0, 0, (byte) i};
      response.addRecord(
          Record.newRecord(question.getName(), org.xbill.DNS.Type.A, 1, 60, data), Section.ANSWER);
    }

    assertThat(kind.isAnsweredBy(response)).isEqualTo(expected);
  }
}
