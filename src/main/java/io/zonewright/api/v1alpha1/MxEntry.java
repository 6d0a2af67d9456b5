package io.zonewright.api.v1alpha1;

import static java.util.Objects.requireNonNullElse;

/**
 * A mail exchange (RFC 1035 section 3.3.9).
 *
 * @param preference the lowest is tried first, 0 to 65535
 * @param exchange the mail server, absolute; {@code .} for a domain that takes no mail (RFC 7505)
 */
public record MxEntry(int preference, String exchange) {
  /** A missing exchange reads as empty, which is refused as a name. */
  public MxEntry {
    exchange = requireNonNullElse(exchange, "");
  }
}
