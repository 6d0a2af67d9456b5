package io.zonewright.query;

import io.zonewright.dns.ExtendedError;
import io.zonewright.dns.Rcode;
import org.jspecify.annotations.Nullable;

/** What a response is to say, before it is encoded. Reused from query to query. */
final class Response {
  private final Section answer = new Section();
  private final Section authority = new Section();
  private final Section additional = new Section();
  private Rcode rcode = Rcode.NOERROR;
  private @Nullable ExtendedError error;
  private boolean authoritative;

  /** Empties it: NOERROR, not authoritative, nothing in any section. */
  void reset() {
    answer.clear();
    authority.clear();
    additional.clear();
    rcode = Rcode.NOERROR;
    error = null;
    authoritative = false;
  }

  /** Makes it an error without content. */
  void fail(Rcode newRcode, @Nullable ExtendedError reason) {
    reset();
    rcode = newRcode;
    error = reason;
  }

  Section answer() {
    return answer;
  }

  Section authority() {
    return authority;
  }

  Section additional() {
    return additional;
  }

  Rcode rcode() {
    return rcode;
  }

  void rcode(Rcode newRcode) {
    rcode = newRcode;
  }

  /** Why the rcode is what it is (RFC 8914), or null. */
  @Nullable ExtendedError error() {
    return error;
  }

  boolean isAuthoritative() {
    return authoritative;
  }

  void authoritative(boolean on) {
    authoritative = on;
  }
}
