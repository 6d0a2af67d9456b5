package io.zonewright.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonewright.dns.DomainName;
import org.junit.jupiter.api.Test;

class NameBufferTest {
  private final NameBuffer buffer = new NameBuffer();

  @Test
  void aNameIsTakenOverInLowerCase() {
    buffer.set(DomainName.parse("WwW.Example.COM"));

    assertThat(buffer.toName().toString()).isEqualTo("www.example.com.");
    assertThat(buffer.length()).isEqualTo(17);
    assertThat(buffer.labelCount()).isEqualTo(3);
    assertThat(buffer.labelStart(0)).isZero();
    assertThat(buffer.labelStart(1)).isEqualTo(4);
    assertThat(buffer.labelStart(2)).isEqualTo(12);
  }

  @Test
  void octetsThatAreNoLettersStayAsTheyAre() {
    DomainName name = DomainName.parse("\\000@[\\192\\223\\255.test");
    buffer.set(name);

    assertThat(buffer.toName().toWire()).isEqualTo(name.toWire());
  }

  @Test
  void aShorterNameReplacesALongerOne() {
    buffer.set(DomainName.parse("a.long.name.test"));
    buffer.set(DomainName.parse("b.test"));
    assertThat(buffer.toName()).isEqualTo(DomainName.parse("b.test"));

    buffer.set(DomainName.ROOT);
    assertThat(buffer.toName()).isEqualTo(DomainName.ROOT);
    assertThat(buffer.labelCount()).isZero();
    assertThat(buffer.length()).isEqualTo(1);
  }

  @Test
  void aNameEndsAt255Octets() {
    fill(63);
    fill(63);
    fill(63);
    assertThat(buffer.beginLabel(62)).isFalse();
    fill(61);
    assertThat(buffer.beginLabel(1)).isFalse();
    buffer.finish();

    assertThat(buffer.length()).isEqualTo(255);
    assertThat(buffer.toName().labelCount()).isEqualTo(4);
  }

  @Test
  void aNameHasAtMost127Labels() {
    for (int i = 0; i < 127; i++) {
      fill(1);
    }
    assertThat(buffer.beginLabel(1)).isFalse();
    buffer.finish();

    assertThat(buffer.toName().labelCount()).isEqualTo(127);
  }

  private void fill(int labelLength) {
    assertThat(buffer.beginLabel(labelLength)).isTrue();
    for (int i = 0; i < labelLength; i++) {
      buffer.append((byte) 'x');
    }
  }
}
