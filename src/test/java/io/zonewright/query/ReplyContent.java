package io.zonewright.query;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is compared of a response with that of another server; flags without RA and CD, with those
 * of EDNS.
 */
record ReplyContent(
    String rcode,
    Set<String> flags,
    Set<String> answer,
    Set<String> authority,
    Set<String> additional) {
  private static final int RD = 0x0100;

  static ReplyContent of(Reply reply) {
    Set<String> flags = new TreeSet<>(Set.of("QR"));
    if (reply.isAuthoritative()) {
      flags.add("AA");
    }
    if (reply.isTruncated()) {
      flags.add("TC");
    }
    if ((reply.flags() & RD) != 0) {
      flags.add("RD");
    }
    if (reply.hasOpt()) {
      flags.add("EDNS" + reply.opt().getVersion());
      flags.add("Z=%04x".formatted(reply.opt().getFlags()));
    }
    return new ReplyContent(
        reply.rcode(),
        flags,
        Set.copyOf(reply.answer()),
        Set.copyOf(reply.authority()),
        Set.copyOf(reply.additional()));
  }

  /** The same for servers that answer in another case, which is no difference (RFC 4343). */
  ReplyContent inLowerCase() {
    return new ReplyContent(
        rcode, flags, inLowerCase(answer), inLowerCase(authority), inLowerCase(additional));
  }

  private static Set<String> inLowerCase(Set<String> records) {
    return records.stream()
        .map(record -> record.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  boolean isTruncated() {
    return flags.contains("TC");
  }

  /** As the Ferret study compares: what stands in authority beside an answer is left out. */
  boolean matches(ReplyContent expected) {
    boolean compareAuthority = answer.isEmpty() || expected.answer.isEmpty();
    return rcode.equals(expected.rcode)
        && flags.equals(expected.flags)
        && answer.equals(expected.answer)
        && additional.equals(expected.additional)
        && (!compareAuthority || authority.equals(expected.authority));
  }
}
