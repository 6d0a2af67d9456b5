package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.InvalidNameException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What {@code DnsZone.spec.soa} may hold. */
final class SoaRule {
  private static final String FIELD = "spec.soa.";
  private static final String MAILBOX = FIELD + "mailbox";
  private static final String NOT_A_MAILBOX =
      "must be a mail address, such as hostmaster@contoso.com";
  private static final int MAX_TEXT = 254;
  private static final int MAX_NEGATIVE_TTL = 86_400;
  private static final long MAX_SERIAL = 0xffff_ffffL;

  private SoaRule() {}

  static void checkNumbers(ZoneSource.Soa soa, Findings findings) {
    atLeast("refresh", soa.refresh(), 60, 7200, findings);
    atLeast("retry", soa.retry(), 60, 900, findings);
    atLeast("expire", soa.expire(), 3600, 1_209_600, findings);
    if (soa.negativeTtl() < 0 || soa.negativeTtl() > MAX_NEGATIVE_TTL) {
      findings.invalid(
          FIELD + "negativeTtl",
          soa.negativeTtl() + " is not between 0 and 86400; write for example 300");
    }
    if (soa.minimumSerial() < 0 || soa.minimumSerial() > MAX_SERIAL) {
      findings.invalid(
          FIELD + "minimumSerial",
          soa.minimumSerial() + " is not between 0 and 4294967295; write for example 2026010101");
    }
    checkOrder(soa, findings);
  }

  private static void checkOrder(ZoneSource.Soa soa, Findings findings) {
    if (soa.retry() >= soa.refresh()) {
      findings.invalid("spec.soa", "soa.retry must be less than soa.refresh");
    }
    if (soa.expire() <= (long) soa.refresh() + soa.retry()) {
      findings.invalid("spec.soa", "soa.expire must exceed refresh + retry");
    }
  }

  private static void atLeast(String field, int value, int least, int example, Findings findings) {
    if (value < least) {
      findings.invalid(
          FIELD + field,
          value + " is not between " + least + " and 2147483647; write for example " + example);
    }
  }

  /** The MNAME, or null after a fault has been noted. */
  static @Nullable DomainName primary(String text, Findings findings) {
    return HostNameRule.read(FIELD + "primary", text, findings);
  }

  /** The RNAME of a mail address (RFC 1035 section 8), or null after a fault has been noted. */
  static @Nullable DomainName mailbox(String text, Findings findings) {
    if (text.length() > MAX_TEXT || !text.matches("[!-?A-~]+@[!-?A-~]+")) {
      findings.invalid(MAILBOX, NOT_A_MAILBOX);
      return null;
    }
    int at = text.indexOf('@');
    if (at > DomainName.MAX_LABEL_LENGTH) {
      findings.invalid(
          MAILBOX, NOT_A_MAILBOX + ": the part before the @ is at most 63 octets long");
      return null;
    }
    try {
      return DomainName.parse(text.substring(at + 1)).prepend(local(text.substring(0, at)));
    } catch (InvalidNameException e) {
      findings.invalid(MAILBOX, NOT_A_MAILBOX + ": " + e.getMessage());
      return null;
    }
  }

  /** The RNAME of {@code hostmaster@} the zone, or null after a fault has been noted. */
  static @Nullable DomainName hostmaster(DomainName apex, Findings findings) {
    try {
      return apex.prepend(local("hostmaster"));
    } catch (InvalidNameException e) {
      findings.invalid(
          MAILBOX, "hostmaster@ and this zone name are too long together; write a mail address");
      return null;
    }
  }

  /** The part before the @ as one label: its dots divide nothing. */
  private static DomainName local(String text) {
    byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
    byte[] wire = new byte[octets.length + 2];
    wire[0] = (byte) octets.length;
    System.arraycopy(octets, 0, wire, 1, octets.length);
    return DomainName.fromWire(wire, 0);
  }
}
