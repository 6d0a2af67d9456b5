package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.InvalidNameException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the name of a name server may be: an absolute host name (RFC 1123 section 2.1). */
final class HostNameRule {
  private static final int MAX_TEXT = 254;
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?[.])++");
  private static final String MESSAGE =
      "must be an absolute host name in lower case that ends with a dot, such as"
          + " 'ns1.contoso.com.'";

  private HostNameRule() {}

  /** The name, or null after its fault has been noted. */
  static @Nullable DomainName read(String field, String text, Findings findings) {
    if (text.length() > MAX_TEXT || !ABSOLUTE.matcher(text).matches()) {
      findings.invalid(field, MESSAGE);
      return null;
    }
    try {
      return DomainName.parse(text);
    } catch (InvalidNameException e) {
      findings.invalid(field, MESSAGE + ": " + e.getMessage());
      return null;
    }
  }
}
