package io.zonewright.zone.compile.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.RRType;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.UNKRecord;

/** Whatever is printed reads back to the same octets, for every type and for octets of any kind. */
class RdataRoundTripTest {
  private static final int ROUNDS = 100;

  static Stream<Integer> dataTypes() {
    return IntStream.rangeClosed(1, 300)
        .filter(type -> !RRType.isMeta(type))
        .filter(RRType::isKnown)
        .boxed();
  }

  @ParameterizedTest
  @MethodSource("dataTypes")
  void octetsThatAreDataOfTheirTypeReadBack(int type) {
    Random random = new Random(type);
    int valid = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Rdata rdata = Rdata.of(new RandomRdata(random).of(type));
      String text = RdataText.print(type, rdata);
      Parsed<Rdata> back = RdataText.read(type, text);
      if (back instanceof Parsed.Good<Rdata> good) {
        valid++;
        assertThat(good.value()).as(text).isEqualTo(rdata);
      }
    }
    if (RandomRdata.knowsLayoutOf(type)) {
      assertThat(valid).as("samples of " + RRType.mnemonic(type)).isGreaterThan(ROUNDS / 2);
    }
  }

  @ParameterizedTest
  @MethodSource("dataTypes")
  void anyTextIsReadOrRefusedAndNeverThrows(int type) {
    Random random = new Random(1000 + type);
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(RdataText.read(type, RandomRdata.text(random))).isNotNull();
    }
  }

  /** The types read without dnsjava mean the same to dnsjava, where it knows all of their data. */
  @ParameterizedTest
  @MethodSource("dataTypes")
  void dnsjavaReadsWhatIsPrintedToTheSameOctets(int type) throws Exception {
    Random random = new Random(2000 + type);
    for (int i = 0; i < ROUNDS && RandomRdata.knowsLayoutOf(type); i++) {
      byte[] wire = new RandomRdata(random).of(type);
      Record oracle = Record.newRecord(Name.root, type, DClass.IN, 0, wire);
      String text = RdataText.print(type, Rdata.of(wire));
      if (oracle == null || oracle instanceof UNKRecord || text.startsWith("\\#")) {
        continue;
      }
      Record read = Record.fromString(Name.root, type, DClass.IN, 0, text, Name.root);
      assertThat(read).as(text).isEqualTo(oracle);
    }
  }

  @Test
  void theSamplesReachTheTypesOfTheTypedFields() {
    assertThat(
            Stream.of("A", "AAAA", "NS", "CNAME", "PTR", "MX", "TXT", "SRV", "CAA", "TLSA", "DS")
                .map(RdataTextTest::number))
        .allMatch(RandomRdata::knowsLayoutOf);
  }
}
