package io.zonewright.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A response as an independent reader, dnsjava, understands it. */
final class Reply {
  private final Message message;
  private final byte[] octets;

  private Reply(Message message, byte[] octets) {
    this.message = message;
    this.octets = octets;
  }

  static Reply parse(byte[] octets) {
    try {
      return new Reply(new Message(octets), octets);
    } catch (IOException e) {
      throw new AssertionError("the response does not parse", e);
    }
  }

  Message message() {
    return message;
  }

  byte[] octets() {
    return octets.clone();
  }

  int length() {
    return octets.length;
  }

  String rcode() {
    return Rcode.string(message.getRcode());
  }

  boolean isAuthoritative() {
    return message.getHeader().getFlag(Flags.AA);
  }

  boolean isTruncated() {
    return message.getHeader().getFlag(Flags.TC);
  }

  /** The second word of the header without the rcode. */
  int flags() {
    return ((octets[2] & 0xff) << 8 | (octets[3] & 0xff)) & ~0xf;
  }

  /** Records as {@code owner ttl type data}. */
  List<String> answer() {
    return records(Section.ANSWER);
  }

  List<String> authority() {
    return records(Section.AUTHORITY);
  }

  /** Without the OPT record. */
  List<String> additional() {
    return records(Section.ADDITIONAL);
  }

  boolean hasOpt() {
    return message.getOPT() != null;
  }

  OPTRecord opt() {
    assertThat(hasOpt()).as("an OPT record").isTrue();
    return message.getOPT();
  }

  List<EDNSOption> options() {
    return opt().getOptions();
  }

  /** The INFO-CODE of the extended error, if there is one. */
  OptionalInt extendedError() {
    return options().stream()
        .filter(ExtendedErrorCodeOption.class::isInstance)
        .mapToInt(option -> ((ExtendedErrorCodeOption) option).getErrorCode())
        .findFirst();
  }

  private List<String> records(int section) {
    return message.getSection(section).stream()
        .filter(r -> r.getType() != Type.OPT)
        .map(Reply::text)
        .toList();
  }

  /** Zeros within IPv6 addresses are left out, as people write them. */
  static String text(Record r) {
    return String.join(
        " ",
        r.getName().toString(),
        Long.toString(r.getTTL()),
        Type.string(r.getType()),
        r.getType() == Type.AAAA
            ? r.rdataToString().replaceFirst(":0(:0)+:", "::")
            : r.rdataToString());
  }

  /** Asserts that it says what the other says; additional records it may have more of. */
  Reply saysTheSameAs(Reply other) {
    assertThat(rcode()).isEqualTo(other.rcode());
    assertThat(flags()).isEqualTo(other.flags());
    assertThat(answer()).isEqualTo(other.answer());
    assertThat(authority()).isEqualTo(other.authority());
    assertThat(additional()).containsAll(other.additional());
    return this;
  }

  /** Asserts a positive answer: NOERROR, AA, these records and nothing in authority. */
  Reply isAnswer(String... records) {
    assertThat(rcode()).isEqualTo("NOERROR");
    assertThat(isAuthoritative()).as("AA").isTrue();
    assertThat(answer()).containsExactlyInAnyOrder(records);
    assertThat(authority()).isEmpty();
    return this;
  }

  /** Asserts that the name has no such type: AA and a SOA, after these aliases if any. */
  Reply isNodata(String... aliases) {
    return isNegative("NOERROR", aliases);
  }

  /** Asserts that the name does not exist: AA and a SOA, after these aliases if any. */
  Reply isNxdomain(String... aliases) {
    return isNegative("NXDOMAIN", aliases);
  }

  private Reply isNegative(String rcode, String... aliases) {
    assertThat(rcode()).isEqualTo(rcode);
    assertThat(isAuthoritative()).as("AA").isTrue();
    assertThat(answer()).containsExactlyInAnyOrder(aliases);
    assertThat(authority()).singleElement().asString().contains(" SOA ");
    assertThat(additional()).isEmpty();
    return this;
  }

  /** Asserts a referral without AA and without an answer. */
  Reply isReferral(String... nameServers) {
    assertThat(rcode()).isEqualTo("NOERROR");
    assertThat(isAuthoritative()).as("AA").isFalse();
    assertThat(answer()).isEmpty();
    assertThat(authority()).containsExactlyInAnyOrder(nameServers);
    return this;
  }

  /** Asserts an error without content. */
  Reply isError(String rcode) {
    assertThat(rcode()).isEqualTo(rcode);
    assertThat(isAuthoritative()).as("AA").isFalse();
    assertThat(answer()).isEmpty();
    assertThat(authority()).isEmpty();
    assertThat(additional()).isEmpty();
    return this;
  }
}
