package io.zonewright.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
  private static DomainName name(String text) {
    return DomainName.parse(text);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, example.com.",
    "example.com., example.com.",
    "., .",
    "'', .",
    "*.Example.COM, *.Example.COM.",
    "_sip._tcp.a, _sip._tcp.a.",
    "0/25.2.0.192.in-addr.arpa, 0/25.2.0.192.in-addr.arpa.",
    "a\\.b.c, a\\046b.c.",
    "\\000\\255.c, \\000\\255.c.",
    "a b.c, a\\032b.c."
  })
  void textIsReadAndWrittenInOneSpelling(String text, String written) {
    assertThat(name(text)).hasToString(written);
    assertThat(name(written)).isEqualTo(name(text));
  }

  @Test
  void everyOctetSurvivesPresentation() {
    for (int octet = 0; octet < 256; octet++) {
      byte[] wire = {2, (byte) octet, 'x', 0};
      DomainName name = DomainName.fromWire(wire, 0);
      assertThat(name(name.toString()).toWire()).isEqualTo(wire);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", ".a", "..", "a\\", "a\\25", "a\\2x5", "a\\256", "a\\999"})
  void textThatIsNoNameIsRefused(String text) {
    assertThatThrownBy(() -> name(text)).isInstanceOf(InvalidNameException.class);
  }

  @Test
  void aLabelHasAtMost63Octets() {
    assertThat(name("x".repeat(63) + ".test").labelCount()).isEqualTo(2);
    assertThatThrownBy(() -> name("x".repeat(64) + ".test"))
        .isInstanceOf(InvalidNameException.class)
        .hasMessageContaining("63");
  }

  @Test
  void aNameHasAtMost255Octets() {
    String longest = ("x".repeat(63) + ".").repeat(3) + "x".repeat(61);
    assertThat(name(longest).wireLength()).isEqualTo(255);
    assertThat(name(longest + ".").wireLength()).isEqualTo(255);
    assertThat(name("a.".repeat(127)).wireLength()).isEqualTo(255);
    assertThatThrownBy(() -> name(longest + "x")).isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> name("a.".repeat(128))).isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> name(longest).wildcardChild())
        .isInstanceOf(InvalidNameException.class);
  }

  @Test
  void wireFormIsTakenFromWithinOtherBytes() {
    byte[] bytes = {9, 1, 'a', 1, 'b', 0, 7};
    assertThat(DomainName.fromWire(bytes, 1)).isEqualTo(name("a.b"));
    assertThat(DomainName.fromWire(bytes, 5)).isEqualTo(DomainName.ROOT);
  }

  @Test
  void wireFormThatIsCompressedOrCutOffIsRefused() {
    byte[] compressed = {1, 'a', (byte) 0xc0, 0};
    byte[] cutOff = {3, 'a', 'b'};
    byte[] withoutRoot = {1, 'a'};
    for (byte[] bytes : List.of(compressed, cutOff, withoutRoot, new byte[0])) {
      assertThatThrownBy(() -> DomainName.fromWire(bytes, 0))
          .isInstanceOf(InvalidNameException.class);
    }
  }

  @Test
  void caseIsKeptAndDoesNotDistinguish() {
    assertThat(name("WWW.example.com")).isEqualTo(name("www.EXAMPLE.com"));
    assertThat(name("WWW.example.com")).hasSameHashCodeAs(name("www.EXAMPLE.com"));
    assertThat(name("WWW.example.com").compareTo(name("www.EXAMPLE.com"))).isZero();
    assertThat(name("WWW.example.com")).hasToString("WWW.example.com.");
    assertThat(name("WWW.example.com").toLowerCase()).hasToString("www.example.com.");
    assertThat(name("\\192.test")).isNotEqualTo(name("\\224.test"));
  }

  @Test
  void orderIsCanonical() {
    List<DomainName> rfc4034 =
        List.of(
            name("example"),
            name("a.example"),
            name("yljkjljk.a.example"),
            name("Z.a.example"),
            name("zABC.a.EXAMPLE"),
            name("z.example"),
            name("\\001.z.example"),
            name("*.z.example"),
            name("\\200.z.example"));
    List<DomainName> shuffled = new ArrayList<>(rfc4034);
    Collections.shuffle(shuffled, new Random(1));
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(rfc4034);
  }

  @Test
  void octetsOfLabelsThatDifferHaveTheCanonicalOrderOfTheirNames() {
    DomainName apex = DomainName.parse("contoso.com");
    Random random = new Random(5);
    List<DomainName> names = new ArrayList<>(List.of(apex));
    for (int i = 0; i < 400; i++) {
      DomainName name = apex;
      for (int labels = 1 + random.nextInt(3); labels > 0; labels--) {
        name = name.prepend(randomLabel(random));
      }
      names.add(name);
      names.add(apex.prepend(alikeAtFirst(random)));
    }

    int different = 0;
    int late = 0;
    for (DomainName one : names) {
      for (DomainName other : names) {
        int order = order(one, other, apex, 0);
        if (order == 0) {
          order = order(one, other, apex, Long.BYTES);
          late += Math.abs(order);
        }
        if (order != 0) {
          assertThat(Integer.signum(one.compareTo(other))).isEqualTo(order);
          different++;
        }
      }
    }
    assertThat(different).isGreaterThan(names.size());
    assertThat(late).isPositive();
  }

  private static int order(DomainName one, DomainName other, DomainName apex, int from) {
    return Long.compareUnsigned(one.octetsBelow(apex, from), other.octetsBelow(apex, from));
  }

  /** Labels that differ after eight octets at the earliest. */
  private static DomainName alikeAtFirst(Random random) {
    byte[] tail = randomLabel(random).toWire();
    byte[] wire = new byte[8 + tail.length];
    Arrays.fill(wire, 1, 9, (byte) 'a');
    System.arraycopy(tail, 1, wire, 9, tail.length - 1);
    wire[0] = (byte) (wire.length - 2);
    return DomainName.fromWire(wire, 0);
  }

  /** Short ones of few octets, so that many are alike; among them 0, 255 and capitals. */
  private static DomainName randomLabel(Random random) {
    byte[] octets = {0, (byte) 255, 'a', 'A', 'b'};
    byte[] wire = new byte[2 + 1 + random.nextInt(10)];
    wire[0] = (byte) (wire.length - 2);
    for (int i = 1; i < wire.length - 1; i++) {
      wire[i] = octets[random.nextInt(octets.length)];
    }
    return DomainName.fromWire(wire, 0);
  }

  @Test
  void aNameIsBelowItsAncestorsOnly() {
    assertThat(name("a.b.test").isAtOrBelow(name("B.test"))).isTrue();
    assertThat(name("b.test").isAtOrBelow(name("b.test"))).isTrue();
    assertThat(name("b.test").isBelow(name("b.test"))).isFalse();
    assertThat(name("ab.test").isAtOrBelow(name("b.test"))).isFalse();
    assertThat(name("test").isAtOrBelow(name("b.test"))).isFalse();
    assertThat(name("a.b.test").isAtOrBelow(DomainName.ROOT)).isTrue();
    // The octets of b.test lie at the end, but within a label.
    assertThat(name("x\\001b.test").isAtOrBelow(name("b.test"))).isFalse();
  }

  @Test
  void ancestorsAreCountedFromTheRoot() {
    DomainName name = name("a.b.test");
    assertThat(name.ancestor(3)).isSameAs(name);
    assertThat(name.ancestor(1)).isEqualTo(name("test"));
    assertThat(name.ancestor(0)).isEqualTo(DomainName.ROOT);
    assertThat(name.parent()).isEqualTo(name("b.test"));
    assertThatThrownBy(() -> name.ancestor(4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(DomainName.ROOT::parent).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void namesAreJoinedAndWildcardsKnown() {
    assertThat(name("example.com").prepend(name("a.b"))).isEqualTo(name("a.b.example.com"));
    assertThat(name("test").wildcardChild()).isEqualTo(name("*.test"));
    assertThat(name("*.test").isWildcard()).isTrue();
    assertThat(name("*a.test").isWildcard()).isFalse();
    assertThat(name("a.*.test").isWildcard()).isFalse();
    assertThat(name("a.test").toStringWithoutDot()).isEqualTo("a.test");
    assertThat(DomainName.ROOT.toStringWithoutDot()).isEqualTo(".");
  }
}
