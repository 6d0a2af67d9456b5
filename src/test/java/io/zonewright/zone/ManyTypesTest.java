package io.zonewright.zone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An owner name with more types than anybody needs is no reason to be slow. */
class ManyTypesTest {
  private static final DomainName OWNER = DomainName.parse("www.contoso.com");
  private static final int FIRST = 1000;
  private static final int ROUNDS = 50_000;

  @Test
  void eachTypeIsFoundAndNoOther() {
    for (int types = 0; types < 40; types++) {
      ZoneNode node = node(types);
      for (int type = FIRST - 1; type <= FIRST + 2 * types; type++) {
        RRset found = node.find(type);
        boolean there = type >= FIRST && type < FIRST + 2 * types && type % 2 == 0;
        assertThat(found == null ? -1 : found.type()).isEqualTo(there ? type : -1);
      }
    }
  }

  @Test
  void aTypeIsFoundAsFastAmongSixteenThousandAsAmongTwoHundred() {
    ZoneNode few = node(200);
    ZoneNode many = node(16_000);
    fastest(few);
    fastest(many);

    assertThat(fastest(many)).isLessThan(10 * fastest(few));
  }

  private static long fastest(ZoneNode node) {
    return LongStream.range(0, 5).map(_ -> nanos(node)).min().orElseThrow();
  }

  private static long nanos(ZoneNode node) {
    int last = node.rrset(node.rrsetCount() - 1).type();
    long begin = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      assertFound(node.find(last - i % 8 * 2));
    }
    return System.nanoTime() - begin;
  }

  private static void assertFound(@Nullable Object found) {
    requireNonNull(found);
  }

  /** With every second type. */
  private static ZoneNode node(int types) {
    ZoneNode node = ZoneNode.empty(OWNER);
    for (int i = 0; i < types; i++) {
      node = node.with(RRset.of(FIRST + 2 * i, 300, List.of(new byte[] {1})));
    }
    return node;
  }
}
