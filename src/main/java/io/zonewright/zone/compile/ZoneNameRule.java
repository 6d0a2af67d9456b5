package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.InvalidNameException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code DnsZone.spec.zoneName} may be. */
final class ZoneNameRule {
  private static final int MAX_TEXT = 253;
  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_/-]{0,61}[a-z0-9_])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(?:[.]" + LABEL + ")*+");
  private static final String MESSAGE =
      "must be a domain name in lower case without a trailing dot, such as 'contoso.com' or"
          + " '2.0.192.in-addr.arpa'";

  private ZoneNameRule() {}

  /** The apex, or null after its fault has been noted. */
  static @Nullable DomainName read(String text, Findings findings) {
    try {
      DomainName apex = DomainName.parse(text);
      if (text.length() <= MAX_TEXT && NAME.matcher(text).matches()) {
        return apex;
      }
      findings.invalid("spec.zoneName", MESSAGE);
    } catch (InvalidNameException e) {
      findings.invalid("spec.zoneName", MESSAGE + ": " + e.getMessage());
    }
    return null;
  }
}
