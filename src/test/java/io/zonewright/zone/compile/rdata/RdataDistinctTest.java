package io.zonewright.zone.compile.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.RRset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RdataDistinctTest {
  private static final int MB = 7;

  @ParameterizedTest
  @ValueSource(ints = {RRType.NS, RRType.CNAME, RRType.PTR, RRType.DNAME, MB, 8, 9, 14, 17})
  void namesAreListedAsAnRRsetServesThem(int type) {
    List<Rdata> listed = Rdata.distinct(type, names("b.test.", "C.test.", "B.test.", "A.test."));

    assertThat(listed).isEqualTo(names("A.test.", "B.test.", "C.test."));
    assertThat(listed)
        .extracting(Rdata::toWire)
        .containsExactlyElementsOf(served(type, listed.reversed()));
  }

  @Test
  void theSpellingThatStaysDoesNotDependOnTheOrder() {
    assertThat(Rdata.distinct(MB, names("a.test.", "A.test.")))
        .isEqualTo(Rdata.distinct(MB, names("A.test.", "a.test.")));
  }

  @Test
  void otherDataIsDistinctByItsOctets() {
    assertThat(Rdata.distinct(RRType.TXT, names("a.test.", "A.test."))).hasSize(2);
  }

  private static List<byte[]> served(int type, List<Rdata> records) {
    return RRset.of(type, 300, records.stream().map(Rdata::toWire).toList()).rdata();
  }

  private static List<Rdata> names(String... names) {
    return Stream.of(names)
        .map(name -> new RdataBuilder().name(DomainName.parse(name)).build())
        .toList();
  }
}
