package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.InvalidNameException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code DnsRecordSet.spec.name} may be: relative, in lower case, in its one spelling. */
final class OwnerNameRule {
  private static final String FIELD = "spec.name";
  private static final int MAX_TEXT = 1004;
  private static final String PLAIN = "[a-z0-9_*/-]";
  private static final Pattern RELATIVE =
      Pattern.compile("(?:X|\\\\[0-9]{3})++(?:[.](?:X|\\\\[0-9]{3})++)*+".replace("X", PLAIN));
  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9]{3})");
  private static final String MESSAGE =
      "name must be '@', or lower case and relative to the zone without a trailing dot, such as"
          + " 'www' or '*.apps'; write any other byte as \\DDD";

  private OwnerNameRule() {}

  /** The owner name, or null after its fault has been noted. */
  static @Nullable DomainName read(String name, DomainName apex, Findings findings) {
    if (name.equals("@")) {
      return apex;
    }
    if (name.length() > MAX_TEXT || !RELATIVE.matcher(name).matches()) {
      findings.add(
          isOutside(name, apex) ? Reason.OUT_OF_ZONE : Reason.INVALID_DATA, FIELD, MESSAGE);
      return null;
    }
    String spelling = spelling(name);
    if (spelling != null) {
      findings.invalid(FIELD, spelling);
      return null;
    }
    return join(name, apex, findings);
  }

  private static boolean isOutside(String name, DomainName apex) {
    try {
      return name.endsWith(".") && !DomainName.parse(name).isAtOrBelow(apex);
    } catch (InvalidNameException e) {
      return false;
    }
  }

  /** What is wrong with an escape, or null. */
  private static @Nullable String spelling(String name) {
    Matcher escapes = ESCAPE.matcher(name);
    while (escapes.find()) {
      int octet = Integer.parseInt(escapes.group(1));
      if (octet > 0xff) {
        return "'" + escapes.group() + "' is no byte; write an escape of at most \\255";
      }
      String plain = String.valueOf((char) DomainName.fold((byte) octet));
      if (plain.matches(PLAIN)) {
        return "'" + escapes.group() + "' has a plain spelling; write '" + plain + "'";
      }
    }
    return null;
  }

  private static @Nullable DomainName join(String name, DomainName apex, Findings findings) {
    DomainName relative;
    try {
      relative = DomainName.parse(name);
    } catch (InvalidNameException e) {
      findings.invalid(FIELD, e.getMessage() + "; write a shorter name, such as 'www'");
      return null;
    }
    int length = relative.wireLength() - 1 + apex.wireLength();
    if (length > DomainName.MAX_WIRE_LENGTH) {
      findings.invalid(
          FIELD,
          "with the zone name it has "
              + length
              + " octets, and a name has at most 255; write a"
              + " shorter name, such as 'www'");
      return null;
    }
    return apex.prepend(relative);
  }
}
